variable "runtime" {
  type    = string
  default = null
}

resource "aws_lambda_function" "orders" {
  filename = "orders.zip"
  handler  = "orders"
  runtime  = var.runtime
}

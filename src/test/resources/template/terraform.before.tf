# runtime = "go1.x"
variable "runtime" {
  description = "go1.x, or later"
  default     = "go1.x" // the old one
}

variable "checked" {
  default = "go1.x"
  validation {
    condition     = contains(["go1.x"], var.checked)
    error_message = "go1.x only"
  }
}

locals {
  go = "provided.al2"
  /* runtime = "go1.x" */
}

resource "aws_lambda_function" "orders" {
  function_name = "orders-${var.stage}"
  filename      = "${path.module}/dist/orders.zip"
  handler       = "orders"
  runtime       = var.runtime
  architectures = ["x86_64"]
  environment {
    variables = {
      RUNTIME    = "go1.x"
      AWS_REGION = "eu-west-1"
    }
  }
  tags = { runtime = "go1.x" }
}

resource "aws_lambda_function" "audit" {
  filename = "dist/audit.zip"
  handler  = "audit"
  runtime  = "${local.go}"
}

resource "aws_lambda_function" "literal" {
  filename = "dist/literal.zip"
  handler  = "literal"
  runtime  = "go1.x" # here
}

resource "aws_lambda_function" "checked" {
  filename = "dist/checked.zip"
  handler  = "checked"
  runtime  = var.checked
}

resource "aws_lambda_function" "either" {
  filename = "dist/either.zip"
  handler  = "either"
  runtime  = var.old ? "go1.x" : "provided.al2"
}

resource "aws_lambda_function" "elsewhere" {
  filename = "dist/elsewhere.zip"
  handler  = "elsewhere"
  runtime  = var.elsewhere
}

resource "aws_lambda_function" "shared_a" {
  filename = "dist/shared.zip"
  handler  = "a"
  runtime  = "go1.x"
}

resource "aws_lambda_function" "shared_b" {
  filename = "dist/shared.zip"
  handler  = "b"
  runtime  = "go1.x"
}

resource "aws_lambda_function" "each" {
  for_each = toset(["a", "b"])
  filename = "dist/each.zip"
  handler  = each.key
  runtime  = "go1.x"
}

resource "aws_lambda_function" "picture" {
  package_type = "Image"
  runtime      = "go1.x"
}

module "worker" {
  source        = "terraform-aws-modules/lambda/aws"
  function_name = "worker"
  handler       = "worker"
  runtime       = "go1.x"
  source_path   = "../worker"
  policy        = <<-EOT
    { "runtime": "go1.x" }
  EOT
}

resource "aws_lambda_layer_version" "layer" {
  layer_name          = "layer"
  compatible_runtimes = ["go1.x"]
}

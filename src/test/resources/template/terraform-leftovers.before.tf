locals {
  functions = {
    orders = { handler = "orders", runtime = "go1.x" }
    script = { handler = "script.run", "runtime" = "python3.12" }
  }
}

variable "lambda_runtime" {
  default = "go1.x"
}

resource "aws_lambda_function" "each" {
  for_each = local.functions
  filename = "${each.key}.zip"
  handler  = each.value.handler
  runtime  = each.value.runtime
}

module "audit" {
  source         = "./function"
  lambda_runtime = "go1.x"
}

module "passed" {
  source  = "./function"
  runtime = var.passed
  handler = "passed"
}

variable "passed" {
  default = "go1.x"
}

resource "aws_s3_object" "words" {
  tags    = { runtime = "go1.x" }
  content = <<-EOT
    runtime = "go1.x"
  EOT
}

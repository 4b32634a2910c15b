variable "lambda_archives" {
  type = map(object({
    s3_bucket         = string
    s3_key            = string
    s3_object_version = optional(string)
    source_code_hash  = string
    runtime           = string
    architecture      = string
    handler           = string
  }))
}

variable "lambda_role_arn" {
  type = string
}

resource "aws_lambda_function" "this" {
  for_each = var.lambda_archives

  function_name     = each.key
  role              = var.lambda_role_arn
  s3_bucket         = each.value.s3_bucket
  s3_key            = each.value.s3_key
  s3_object_version = each.value.s3_object_version
  source_code_hash  = each.value.source_code_hash
  runtime           = each.value.runtime
  architectures     = [each.value.architecture]
  handler           = each.value.handler
}

resource "aws_lambda_function" "a" {
  runtime = "go1.x
}

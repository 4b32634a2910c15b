module example.com/shop

go 1.21

require github.com/aws/aws-lambda-go v1.55.1

replace github.com/aws/aws-lambda-go => ./_stub

module example.com/migrate

go 1.21

require github.com/aws/aws-lambda-go v1.52.0

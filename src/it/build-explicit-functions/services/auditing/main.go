//go:build extra && fromgoflags && lambda.norpc

package main

import "github.com/aws/aws-lambda-go/lambda"

var version, branch string

func main() { lambda.Start(version + branch) }

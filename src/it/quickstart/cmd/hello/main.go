// The simplest kind: a value in, a value out.
package main

import (
	"context"
	"errors"

	"github.com/aws/aws-lambda-go/lambda"
)

type request struct {
	Name string `json:"name"`
}

type response struct {
	Greeting string `json:"greeting"`
}

func greet(_ context.Context, r request) (response, error) {
	if r.Name == "" {
		return response{}, errors.New("whom shall I greet?")
	}
	return response{Greeting: "Hello, " + r.Name + "!"}, nil
}

func main() {
	lambda.Start(greet)
}

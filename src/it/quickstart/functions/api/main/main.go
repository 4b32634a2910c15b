// Behind an HTTP API: an event of API Gateway in, its answer out. Called api, after the folder that says something.
package main

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"example.com/quickstart/internal/orders"
)

func handle(_ context.Context, r events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	order, found := orders.Find(r.PathParameters["id"])
	if !found {
		return events.APIGatewayV2HTTPResponse{StatusCode: http.StatusNotFound}, nil
	}
	body, err := json.Marshal(order)
	return events.APIGatewayV2HTTPResponse{StatusCode: http.StatusOK, Body: string(body)}, err
}

func main() {
	lambda.Start(handle)
}

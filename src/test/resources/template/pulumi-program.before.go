package main

// was go1.x
func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		lambda.NewFunction(ctx, "orders", &lambda.FunctionArgs{
			Handler: pulumi.String("orders"),
			Runtime: pulumi.String("go1.x"),
		})
		lambda.NewFunction(ctx, "audit", &lambda.FunctionArgs{Runtime: lambda.RuntimeCustomAL2})
		runtime := "provided"
		return client.Create(&sdk.CreateFunctionInput{Runtime: types.RuntimeProvidedal2, Role: runtime})
	})
}

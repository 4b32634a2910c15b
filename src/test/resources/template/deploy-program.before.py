lambda_.Function(self, "Orders", runtime=lambda_.Runtime("go1.x"))
run(["aws", "lambda", "create-function", "--runtime", "provided.al2"])
aws.lambda_.Function("audit", runtime=aws.lambda_.Runtime.CUSTOM_AL2)
print("a runtime provided by AWS, a runtime go1.x of old")
assert runtime == "go1.x"
assert runtime.startswith("provided")

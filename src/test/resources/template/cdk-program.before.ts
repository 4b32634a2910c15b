// moved from go1.x, which was Runtime.GO_1_X
new lambda.Function(this, 'Orders', { runtime: lambda.Runtime.GO_1_X, handler: 'orders' });
new aws.lambda.Function("audit", { runtime: "provided.al2", handler: "bootstrap" }); // not go1.x
const ended = ["go1.x", "python3.6"];

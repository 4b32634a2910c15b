lambda_runtime = "go1.x" # go1.x
// runtime = "go1.x"

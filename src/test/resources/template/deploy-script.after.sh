# --runtime go1.x was here
aws lambda create-function --function-name orders --runtime go1.x --handler orders
echo "go1.x is over"

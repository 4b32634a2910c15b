jq -r '.archives[] | [.name, .bucket, .key] | @tsv' target/lambda/deployment.json |
  while IFS=$'\t' read -r name bucket key; do
    aws lambda update-function-code --function-name "$name" --s3-bucket "$bucket" --s3-key "$key"
  done

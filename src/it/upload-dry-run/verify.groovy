String log = new File(basedir, 'build.log').text
assert log =~ /\[INFO\] Would upload orders -> s3:\/\/b-[^ ]+\/orders\/[0-9a-f]{64}\.zip \(\d/
assert log =~ /2 archives would be uploaded unless already there \([\d.]+ (B|KiB)\); nothing was asked of S3: lambda.upload.dryRun is set/
assert !log.contains('[WARNING]')
assert !new File(basedir, 'requests.log').exists()
assert !new File(basedir, 'target/lambda/deployment.json').exists()
return true

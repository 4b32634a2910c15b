String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] Skipping upload: lambda.upload.skip is set')
assert log.contains('[INFO] Skipping upload: lambda.skip is set')
assert !new File(basedir, 'requests.log').exists()
assert !new File(basedir, 'target/lambda/deployment.json').exists()
return true

String log = new File(basedir, 'build.log').text
assert log.contains('Skipping verify: lambda.verify.skip is set')
assert log.contains('Skipping verify: lambda.skip is set')
assert log.contains('Skipping verify: lambda.build.dryRun is set')
assert !new File(basedir, 'target/lambda/verify.json').exists()
return true

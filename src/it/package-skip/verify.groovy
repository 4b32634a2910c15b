String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] Skipping package: lambda.package.skip is set')
assert log.contains('[INFO] Skipping package: lambda.skip is set')
assert log.contains('[INFO] Skipping package: lambda.build.dryRun is set')
assert !new File(basedir, 'target/lambda').exists()
return true

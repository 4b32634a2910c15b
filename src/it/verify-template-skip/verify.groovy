String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] Skipping verify: lambda.verify.skip is set')
assert log.contains('[INFO] Skipping verify: lambda.skip is set')
// the template is wrong, and package has read it
assert log.contains("[INFO] Left as it is: 'Orders' (template.yaml:2): its Runtime python3.13 starts no bootstrap")
assert !log.contains('template-runtime')
assert !new File(basedir, 'target/lambda/verify.json').exists()
return true

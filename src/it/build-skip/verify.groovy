String log = new File(basedir, 'build.log').text

assert log.contains('Skipping build: lambda.build.skip is set')
assert log.contains('Skipping test: lambda.test.skip is set')
assert log.contains('Skipping build: lambda.skip is set')
assert log.contains('Skipping test: skipTests is set')
assert log.contains('Skipping test: maven.test.skip is set')
assert !new File(basedir, 'target/lambda').exists()
return true

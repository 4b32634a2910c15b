String log = new File(basedir, 'build.log').text
assert log.contains('Skipping migrate: lambda.migrate.skip is set')
assert log.contains('Skipping migrate: lambda.skip is set')
assert new File(basedir, 'template.yaml').text.contains('go1.x')
assert !new File(basedir, 'lambda-report').exists()
return true

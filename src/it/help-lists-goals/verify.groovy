String log = new File(basedir, 'build.log').text
assert log.contains('lambda-bootstrap:help')
assert !log.contains('[WARNING]')
return true

String log = new File(basedir, 'build.log').text
assert log.contains('lambda-bootstrap:package has not run: its inventory does not exist')
assert log.contains('fix: run lambda-bootstrap:package first, or bind it in the same pom')
return true

String log = new File(basedir, 'build.log').text
assert log.contains('[ERROR]   lambda-bootstrap:build has not run: its inventory does not exist (')
assert log.contains('[ERROR]     fix: run lambda-bootstrap:build first, or bind it in the same pom')
assert !new File(basedir, 'target/lambda').exists()
return true

import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert log.count('lambda-bootstrap:package has not run: its inventory does not exist (') == 2
assert log =~ /2 archives verified in [\d.]+ s: 2 passed, 0 failed/
def report = new JsonSlurper().parse(new File(basedir, 'target/lambda/verify.json'))
assert report.archives*.name == ['orders', 'audit']
assert report.verdict == 'pass'
assert !new File(basedir, 'a/target/lambda/verify.json').exists()
return true

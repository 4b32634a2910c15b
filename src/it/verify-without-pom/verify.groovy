import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] Verified orders (orders.zip: arm64, static, ')
assert log.count('[WARNING]') == 1
assert log.contains('[WARNING] runtime-supported: AWS ended its support of provided.al2 (Amazon Linux 2) on 2026-07-31')
assert log.contains('there is nothing to verify')

def first = new JsonSlurper().parse(new File(basedir, 'lambda-report/verify.json'))
assert first.verdict == 'pass'
assert first.archives[0].runtime == 'provided.al2'
assert first.archives[0].findings*.rule == ['runtime-supported']
def second = new JsonSlurper().parse(new File(basedir, 'out/verify.json'))
assert second.archives*.architecture == ['arm64']
return true

import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert log =~ /\[INFO\] passed +orders +arm64 +native +static .* orders.zip\n/
assert log.count('[WARNING]') == 1
assert log.contains('[WARNING] runtime-supported: AWS ended its support of provided.al2 (Amazon Linux 2) on 2026-07-31')
assert log.contains('there is nothing to verify')

def first = new JsonSlurper().parse(new File(basedir, 'lambda-report/verify.json'))
assert first.verdict == 'pass'
assert first.archives[0].runtime == 'provided.al2'
assert first.archives[0].findings*.rule == ['runtime-supported']
def second = new JsonSlurper().parse(new File(basedir, 'out/verify.json'))
assert second.archives*.architecture == ['arm64']
assert new File(basedir, 'out/verify.html').text.contains('verify-without-pom</h1>')
return true

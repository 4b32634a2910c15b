import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert log =~ /Verified audit \(target\/lambda\/audit.zip: x86_64, dynamic, glibc 2.17, \d+ B\)/
assert log =~ /Verified orders \(target\/lambda\/orders.zip: x86_64, static, Go 1.26.8, aws-lambda-go 1.55.1, \d+ B\)/
assert log =~ /2 archives verified in [\d.]+ s: 2 passed, 0 failed\n/
assert !log.contains('[WARNING]')

def report = new JsonSlurper().parse(new File(basedir, 'target/lambda/verify.json'))
assert report.schemaVersion == 1
assert report.verdict == 'pass'
assert report.problems == []
assert report.archives*.name == ['audit', 'orders']
def orders = report.archives[1]
assert new File(orders.path).canonicalFile == new File(basedir, 'target/lambda/orders.zip').canonicalFile
assert orders.sha256 ==~ /[0-9a-f]{64}/
assert orders.runtime == 'provided.al2023'
assert orders.architecture == 'x86_64'
assert orders.findings == []
assert orders.entrypoint.with { [path, resolved, mode, format, machine, linkage, interpreter, needed, glibc] } ==
    ['bootstrap', 'bootstrap', '0755', 'elf', 'x86_64', 'static', null, [], null]
assert orders.entrypoint.go.version == 'go1.26.8'
assert orders.entrypoint.go.dependencies == ['github.com/aws/aws-lambda-go': 'v1.55.1']
return true

import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert log.readLines().findAll { it =~ /^\[INFO\] (Verdict|passed) / }*.replaceAll(/ {2,}/, ' | ')*.replaceAll(/\d+ B/, 'n B') == [
    '[INFO] Verdict | Function | Architecture | Language | Linkage | glibc | Zipped | Unzipped | Archive',
    '[INFO] passed | audit | x86_64 | native | dynamic | 2.17 | n B | n B | target/lambda/audit.zip',
    '[INFO] passed | orders | x86_64 | Go 1.26.8, aws-lambda-go 1.55.1 | static | - | n B | n B | target/lambda/orders.zip',
]
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

def sarif = new JsonSlurper().parse(new File(basedir, 'target/lambda/verify.sarif'))
assert sarif.version == '2.1.0'
assert sarif.runs[0].tool.driver.rules*.id.containsAll(['archive-readable', 'glibc-version', 'runtime-supported'])
assert sarif.runs[0].results == []
assert sarif.runs[0].invocations[0].executionSuccessful

String page = new File(basedir, 'target/lambda/verify.html').text
assert page.contains('All 2 archives passed')
assert page.contains('>Go 1.26.8, aws-lambda-go 1.55.1</td>')
assert page.contains('verify-passes</h1>')
return true

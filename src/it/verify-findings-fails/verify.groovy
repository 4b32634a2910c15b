import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
String unzip = 'Lambda says: Could not unzip uploaded file. Please check your file, then try to upload again.'
[
    "[ERROR] 2 problems in function 'orders' (dist/orders.zip):",
    "[ERROR]   bootstrap-executable: entry 'bootstrap' has mode 0644; Lambda runs it as another user and needs the execute" +
        " bit for others, else it says: fork/exec /var/task/bootstrap: permission denied",
    "[ERROR]     fix: let lambda-bootstrap:package write the zip, or zip it on Linux with mode 0755" +
        "      docs/rules.md#bootstrap-executable",
    "[ERROR]   architecture-matches: 'bootstrap' is an arm64 executable but the function is x86_64; Lambda says: fork/exec" +
        " /var/task/bootstrap: exec format error",
    "[ERROR]     fix: build it for x86_64 (GOARCH=amd64), or make the function arm64 (lambda.architecture)" +
        "      docs/rules.md#architecture-matches",
    "[ERROR] 1 problem in function 'audit' (dist/deep/audit.zip):",
    "[ERROR]   bootstrap-present: no entry is called 'bootstrap'; the one executable at the root is 'main'; Lambda says:" +
        " Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]",
    "[ERROR] 1 problem in function 'broken' (dist/deep/broken.zip):",
    "[ERROR]   archive-readable: it is not a zip (",
    unzip,
    "[ERROR] 1 problem in lambda.archives:",
    "[ERROR]   'none.zip' does not exist",
].each { assert log.contains(it) }
assert log =~ /\[INFO\] passed +good +x86_64 +native +static +- +\d+ B +\d+ B +dist\/good.zip\n/
assert log =~ /\[INFO\] failed +broken +x86_64 +- +- +- +- +- +dist\/deep\/broken.zip\n/
assert log =~ /4 archives verified in [\d.]+ s: 1 passed, 3 failed; 4 errors, 1 path problem/

def report = new JsonSlurper().parse(new File(basedir, 'target/lambda/verify.json'))
assert report.verdict == 'fail'
assert report.problems*.path == ['none.zip']
assert report.archives*.name == ['good', 'orders', 'audit', 'broken']
assert report.archives*.verdict == ['pass', 'fail', 'fail', 'fail']
assert report.archives[1].findings*.rule == ['bootstrap-executable', 'architecture-matches']
assert report.archives[1].findings*.docs == ['docs/rules.md#bootstrap-executable', 'docs/rules.md#architecture-matches']
assert report.archives[2].entrypoint == null
assert report.archives[3].sha256 == null

def run = new JsonSlurper().parse(new File(basedir, 'target/lambda/verify.sarif')).runs[0]
assert run.results*.ruleId == ['bootstrap-executable', 'architecture-matches', 'bootstrap-present', 'archive-readable']
assert run.results*.level.unique() == ['error']
// the archives were named, so the pom has nothing to do with them
assert run.results[0].locations[0].physicalLocation.artifactLocation.uri.endsWith('verify-findings-fails/dist/orders.zip')
assert run.results[0].locations[0].logicalLocations*.name == ['orders.zip', 'bootstrap']
assert run.invocations[0].toolExecutionNotifications*.message*.text.any { it.contains("'none.zip' does not exist. Fix: ") }

String page = new File(basedir, 'target/lambda/verify.html').text
assert page.contains('3 of 4 archives failed')
assert page.contains('<p>entry &#39;bootstrap&#39; has mode 0644; Lambda runs it as another user')
assert page.contains('docs/rules.md#bootstrap-executable"')
assert log.contains('the report is ' + new File(basedir, 'target/lambda/verify.html').canonicalPath)
return true

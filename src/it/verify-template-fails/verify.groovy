import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert log.contains("[ERROR] 11 problems in template 'template.yaml' (AWS SAM):")
[
    "[ERROR]   template-package-type: template.yaml:51: PackageType of 'Packaged' is Image, and target/lambda/orders.zip is" +
        ' a zip; the deployment is refused',
    '[ERROR]     fix: remove PackageType, which means Zip      docs/rules.md#template-package-type',
    "[ERROR]   template-inline-code: template.yaml:56: 'Inline' has its code in the template (InlineCode), which Lambda" +
        ' takes for Node.js and Python alone',
    '[ERROR]     fix: name the zip that lambda-bootstrap:package writes instead      docs/rules.md#template-inline-code',
    "[ERROR]   template-runtime: template.yaml:13: Runtime python3.13 of 'Runtime' starts no bootstrap, and" +
        ' target/lambda/orders.zip has nothing else to start',
    '[ERROR]     fix: set Runtime to provided.al2023      docs/rules.md#template-runtime',
    "[WARNING]   template-runtime: template.yaml:18: Runtime go1.x of 'Ended': AWS ended its support of go1.x (Amazon Linux" +
        ' 1) on 2024-01-08; since ',
    '[WARNING]     fix: let lambda-bootstrap:migrate move the template to provided.al2023      docs/rules.md#template-runtime',
    "[ERROR]   template-code: template.yaml:32: 'Code' runs target/lambda/ordrs.zip, and no archive of this name is packaged",
    '[ERROR]     fix: name one that is: the nearest is orders.zip      docs/rules.md#template-code',
    "[ERROR]   template-architecture: template.yaml:20: 'Architecture' has no Architectures, which means x86_64, and" +
        ' target/lambda/reports.zip is for arm64; Lambda says: fork/exec /var/task/bootstrap: exec format error',
    '[ERROR]     fix: set Architectures to [arm64], or build the archive for x86_64      docs/rules.md#template-architecture',
    "[WARNING]   template-architecture: template.yaml:4: Architectures of 'Parameter' is x86_64, and" +
        ' target/lambda/reports.zip is for arm64; Lambda says: fork/exec /var/task/bootstrap: exec format error, by the' +
        " default of the parameter 'Arch'",
    "[ERROR]   template-handler: template.yaml:36: Handler 'bin/ordrs' of 'Handler' cannot be started in" +
        ' target/lambda/bundle.zip: there is no such file in /var/task; Lambda says: Runtime exited with error: exit status 127',
    "[ERROR]     fix: set Handler to an executable of the archive: 'bin/orders', 'bin/audit'      docs/rules.md#template-handler",
    '[WARNING]   template-handler: template.yaml:46: functions with different Handlers run target/lambda/audit.zip:' +
        " 'Shared' (users), 'Other' (admins); its one executable is started for all of them, whatever the Handler says",
    '[WARNING]     fix: give each function an archive of its own, or package them as a bundle      docs/rules.md#template-handler',
    "[ERROR]   template-environment: template.yaml:61: 'Environment' sets AWS_REGION, which Lambda reserves; the deployment" +
        ' is refused',
    '[ERROR]     fix: give the variable another name      docs/rules.md#template-environment',
    "[WARNING]   template-environment: template.yaml:61: 'Environment' sets AWS_LAMBDA_EXEC_WRAPPER, which the OS-only" +
        ' runtimes ignore',
    '[WARNING]     fix: start the wrapper from bootstrap, or remove the variable      docs/rules.md#template-environment',
].each { assert log.contains(it) }
assert log =~ /4 archives and 1 template verified in [\d.]+ s: 4 passed, 1 failed; 7 errors, 4 warnings, 1 suppressed; the report is /

def report = new JsonSlurper().parse(new File(basedir, 'target/lambda/verify.json'))
assert report.verdict == 'fail'
assert report.archives*.verdict.every { it == 'pass' }
assert report.templates[0].verdict == 'fail'
assert report.templates[0].findings.size() == 11
assert report.templates[0].suppressed.collect { [it.rule, it.entry, it.reason] } ==
    [['template-environment', 'Accepted', 'removed with the next release']]

def results = new JsonSlurper().parse(new File(basedir, 'target/lambda/verify.sarif')).runs[0].results
def architecture = results.find { it.ruleId == 'template-architecture' && it.level == 'error' }
assert architecture.locations[0].physicalLocation.with { [artifactLocation.uri.tokenize('/').last(), region.startLine] } ==
    ['template.yaml', 20]
assert results.count { it.suppressions.size() == 1 } == 1

String page = new File(basedir, 'target/lambda/verify.html').text
assert page.contains('1 of 1 template failed')
assert page.contains('<code>Handler</code> line 36')
return true

import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert log =~ /4 archives and 1 template verified in [\d.]+ s: 5 passed, 0 failed\n/
assert !log.contains('[WARNING]')

def report = new JsonSlurper().parse(new File(basedir, 'target/lambda/verify.json'))
assert report.verdict == 'pass'
assert report.counts.with { [archives, templates, templatesFailed] } == [4, 1, 0]
def template = report.templates[0]
assert new File(template.path).canonicalFile == new File(basedir, 'template.yaml').canonicalFile
assert template.with { [format, verdict, findings, suppressed] } == ['AWS SAM', 'pass', [], []]
assert template.functions == ['Orders', 'Reports', 'OrdersOfBundle', 'Elsewhere', 'Python', 'Image']
return true

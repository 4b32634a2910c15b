import groovy.json.JsonSlurper

File reports = new File(basedir, 'reports')
def archives = { String module -> new JsonSlurper().parse(new File(reports, "$module/verify.json")).archives*.name }
assert archives('a') == ['orders']
assert archives('b') == ['audit']

def sarif = new JsonSlurper().parse(new File(reports, 'a/verify.sarif')).runs[0]
// the folder of the test lies in the repository of the plugin
assert sarif.automationDetails.id.endsWith('/verify-reactor-reports/a/')
assert sarif.results*.ruleId == ['runtime-client']
def place = sarif.results[0].locations[0].physicalLocation
assert place.artifactLocation.uri.endsWith('verify-reactor-reports/a/pom.xml')
assert new File(basedir, 'a/pom.xml').readLines()[place.region.startLine - 1].trim() == '<name>orders</name>'
assert new File(reports, 'b/verify.html').text.contains('>audit ')
return true

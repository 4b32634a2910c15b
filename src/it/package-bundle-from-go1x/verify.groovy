import groovy.json.JsonSlurper

File template = new File(basedir, 'template.yaml')
List<String> handlers = template.readLines().findAll { it.contains('Handler:') }*.split(': ')*.getAt(1).sort()
assert handlers.size() == 3

File lambda = new File(basedir, 'target/lambda')
assert lambda.list().findAll { it.endsWith('.zip') } == ['deploy.zip']
assert new JsonSlurper().parse(new File(lambda, 'archives.json')).archives[0].handlers == handlers
def report = new JsonSlurper().parse(new File(lambda, 'verify.json'))
assert report.verdict == 'pass'
assert report.archives[0].bundle.handlers.collectEntries { [it.name, it.entry] } == handlers.collectEntries { [it, it] }
assert !new File(basedir, 'build.log').text.contains('[WARNING]')
return true

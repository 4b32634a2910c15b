import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert log.count('Uploaded orders -> ') == 1
assert log.count('Unchanged orders -> ') == 1
assert log =~ /0 archives uploaded, 2 unchanged \(0 B sent\) in [\d.]+ s\n/
def manifest = new JsonSlurper().parse(new File(basedir, 'target/lambda/deployment.json'))
assert manifest.archives*.status == ['unchanged', 'unchanged']

List<String> second = new File(basedir, 'requests.log').readLines().drop(4)
assert second.size() == 2
assert second.every { it ==~ /HEAD .* 0/ }
return true

import groovy.json.JsonSlurper

// one name with different content: distinct keys by content, and one key without
String log = new File(basedir, 'build.log').text
assert log.count('] Uploaded orders -> ') >= 2
assert log.contains('two archives of this build with different content have one key, s3://')
assert log.contains('fix: put {sha256} into the key pattern, or give each module a prefix of its own')
List<String> puts = new File(basedir, 'requests.log').readLines().findAll { it.startsWith('PUT ') && !it.contains('/orders.zip ') }
assert puts.size() == 2
// each module has a manifest of its own; the one that was refused in the second run has none
List<File> manifests = ['a', 'b'].collect { new File(basedir, it + '/target/lambda/deployment.json') }.findAll { it.exists() }
assert manifests.size() == 1
assert new JsonSlurper().parse(manifests[0]).archives*.key == ['orders.zip']
assert puts.toSet().size() == 2
return true

import groovy.json.JsonSlurper

// one name with different content: distinct keys by content, and one key without
String log = new File(basedir, 'build.log').text
assert log.count('] Uploaded orders -> ') >= 2
assert log.contains('two archives of this build with different content have one key, s3://')
assert log.contains('fix: put {sha256} into the key pattern, or give each module a prefix of its own')
List<String> puts = new File(basedir, 'requests.log').readLines().findAll { it.startsWith('PUT ') && !it.contains('/orders.zip ') }
assert puts.size() == 2
assert puts.toSet().size() == 2
return true

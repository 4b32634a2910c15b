import groovy.json.JsonSlurper

assert new JsonSlurper().parse(new File(basedir, 'target/lambda/archives.json')) == [schemaVersion: 1, archives: []]
String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] No function to package, which lambda.failIfNoFunctions=false allows')
assert !log.contains('functions packaged')
assert log.contains('[ERROR]   there is no function to package')
return true

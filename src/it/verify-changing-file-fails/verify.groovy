new File(basedir, 'over').createNewFile()
String log = new File(basedir, 'build.log').text
assert log.contains('[ERROR]   archive-readable: it changed while it was read, so nothing said of it is sure')
assert log =~ /\[INFO\] passed +orders .* dist\/orders.zip\n/
assert log =~ /2 archives verified in [\d.]+ s: 1 passed, 1 failed; 1 error\n/
def archives = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/lambda/verify.json')).archives
assert archives.collectEntries { [it.verdict, it.sha256 != null] } == [pass: true, fail: false]
return true

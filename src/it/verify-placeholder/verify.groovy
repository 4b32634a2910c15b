import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
String first = log.substring(0, log.indexOf('BUILD SUCCESS'))
assert first =~ /\[INFO\] placeholder +audit .* target\/lambda\/audit.zip\n/
assert first =~ /2 archives verified in [\d.]+ s: 2 passed, 0 failed; 1 placeholder\n/
assert !first.contains('[WARNING]')

// the archive is the same; what the pom says of it counts
String second = log.substring(first.length())
assert second.contains('2 up to date')
assert second.contains("[ERROR]   bootstrap-format: 'bootstrap' is text without a '#!' line")
assert second =~ /2 archives verified in [\d.]+ s: 1 passed, 1 failed; 1 error\n/

def inventory = new JsonSlurper().parse(new File(basedir, 'target/lambda/archives.json'))
assert inventory.archives.collectEntries { [it.name, it.placeholder] } == [audit: false, orders: false]
return true

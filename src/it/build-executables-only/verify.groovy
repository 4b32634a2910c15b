String log = new File(basedir, 'build.log').text

assert log.contains('Nothing to compile: every function has an <executable>')
def inventory = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/lambda/executables.json'))
assert inventory.schemaVersion == 1
assert inventory.executables == []
return true

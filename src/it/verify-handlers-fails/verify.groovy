import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
[
    "[ERROR]   handler-resolves: Handler 'bin/typo' cannot be started: there is no such file in /var/task; Lambda says:" +
        " Runtime exited with error: exit status 127",
    "[ERROR]     fix: set Handler to an executable of the archive: 'bin/type', 'bin/tool', 'bin/users' and 1 more" +
        "      docs/rules.md#handler-resolves",
    "[ERROR]   architecture-matches: 'bin/tool' is an arm64 executable but the function is x86_64; Lambda says: Runtime" +
        " exited with error: exit status 126",
].each { assert log.contains(it) }

// nobody names 'bin/users', which is not executable
def report = new JsonSlurper().parse(new File(basedir, 'lambda-report/verify.json'))
assert report.verdict == 'fail'
assert report.archives[0].findings.collect { [it.rule, it.severity, it.entry] } == [
    ['architecture-matches', 'error', 'bin/tool'],
    ['handler-resolves', 'error', 'bin/typo'],
    ['shim-known', 'info', 'bootstrap'],
]
assert report.archives[0].bundle.handlers.collectEntries { [it.name, it.entry] } ==
    ['bin/orders': 'bin/orders', 'bin/typo': null, 'bin/tool': 'bin/tool']
assert report.archives[0].bundle.executables*.path == ['bin/orders', 'bin/tool']
return true

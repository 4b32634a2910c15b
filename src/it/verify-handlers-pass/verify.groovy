import groovy.json.JsonSlurper

def findings = { String folder ->
    def report = new JsonSlurper().parse(new File(basedir, folder + '/verify.json'))
    assert report.verdict == 'pass'
    assert report.archives*.name == ['hand-written', 'native', 'script']
    report.archives*.findings.collectMany { it.collect { [it.rule, it.severity] } }.countBy { it }
}
assert findings('lambda-report') == [[['shim-known', 'info'], 3]].collectEntries()
// when nobody lists Handlers, the tool may be one
assert findings('open') == [[['shim-known', 'info'], 3], [['bundle-executables', 'warning'], 3]].collectEntries()

String log = new File(basedir, 'build.log').text
assert log.contains("shim-known: 'bootstrap' is the lambda-bootstrap shim 2 native x86_64, which starts what the Handler names")
assert log.contains("shim-known: 'bootstrap' is the hand-written shell form: exec ./\$_HANDLER, which starts what the Handler names")
String warning = "[WARNING]   bundle-executables: 'bin/tool' is an arm64 executable but the function is x86_64; Lambda says:" +
    " Runtime exited with error: exit status 126 (architecture-matches); it matters if a Handler names 'bin/tool'"
assert log.count(warning) == 3
return true

String log = new File(basedir, 'build.log').text

File output = new File(basedir, 'target/lambda')
assert output.list().findAll { it.endsWith('.zip') }.sort() == ['a.zip', 'b.zip', 'c.zip']
assert log.contains('Function a: cmd/a (imports a Runtime API client)')
assert log.contains('Function b: services/b (imports a Runtime API client)')
assert log.contains('Function c: nested/functions/c/main (imports a Runtime API client)')
assert log.contains('No function: cmd/tool (imports no Runtime API client); to build it: <discover>true</discover>'
        + ' and <function>tool</function>')
assert log.contains('Nothing to test: there are no Go tests')
assert log.count('[INFO] Go 1.') == 2 // once in each of the two builds
assert log.contains('3 executables compiled, 0 up to date')

// the second build changes nothing
assert log.contains('0 executables compiled, 3 up to date')
['a', 'b', 'c'].each { assert log.contains("Up to date: $it -> target/lambda/${it}.zip") }
return true

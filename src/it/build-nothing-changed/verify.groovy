String log = new File(basedir, 'build.log').text
List<String> builds = log.split('Scanning for projects').drop(1) as List

assert builds.size() == 3
assert builds[0].contains('1 executable compiled, 0 up to date')
assert builds[1].contains('1 function up to date: nothing changed, Go was not called')
['Go 1.', 'Function a: ', 'No function: '].each { line -> assert builds[1].contains(line) }
assert !builds[2].contains('Go was not called')

// the first and the third build ask the same; the second asks nothing
List<String> calls = new File(basedir, 'calls.txt').readLines()
assert calls.count { it == 'env' } == 2
assert calls.count { it == 'list' } == 2
assert !log.contains('[WARNING]')
return true

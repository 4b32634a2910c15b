String log = new File(basedir, 'build.log').text

assert log.contains('a_test.go:6: too cheap')
assert log.contains("1 problem in 'test-fails':")
assert log =~ /Go tests failed: --- FAIL: TestPrice \(.*s\) \(${basedir}\)/
return true

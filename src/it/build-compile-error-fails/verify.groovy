String log = new File(basedir, 'build.log').text

assert log.contains("1 problem in 'build-compile-error-fails':")
assert log =~ /go: cmd\/b\/main.go:5:28: .*/
assert log.contains('[INFO] cmd/b/main.go:5:28: ') // as Go printed it
assert !new File(basedir, 'target/lambda/bin').exists()
assert !new File(basedir, 'target/lambda/executables.json').exists() // that of an earlier build
return true

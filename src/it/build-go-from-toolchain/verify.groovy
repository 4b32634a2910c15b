String log = new File(basedir, 'build.log').text

assert log =~ /Go 1\.[^ ]*: .*build-go-from-toolchain\/_go\/bin\/go \(toolchains.xml\)/
assert new File(basedir, 'target/lambda/bin/x86_64/a').canExecute()
assert !log.contains('[WARNING]')
assert !log.contains('[ERROR]')
return true

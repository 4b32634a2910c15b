String log = new File(basedir, 'build.log').text

assert log.contains("1 problem in 'build-nothing-found-fails':")
assert log.contains("no Lambda function was found (${basedir}); of the main packages, example.com/shop/cmd/tool imports no"
        + ' Runtime API client')
assert log.contains('fix: name a program in <functions> or <go><includes>; for a module without functions set'
        + ' lambda.failIfNoFunctions=false')
assert log.contains('Nothing to compile: no Lambda function was found') // the second build, which may find none
assert log.contains('BUILD SUCCESS')
return true

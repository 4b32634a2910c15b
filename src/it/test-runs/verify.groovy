String log = new File(basedir, 'build.log').text

assert log.contains('Running the Go tests of .')
assert log.contains('cheap enough') // -v is handed on
assert log =~ /ok  \texample.com\/shop\/cmd\/a/
return true

new File(basedir, 'over').createNewFile()
String log = new File(basedir, 'build.log').text
assert log.contains('[ERROR]   archive-readable: it changed while it was read, so nothing said of it is sure')
assert log =~ /\[INFO\] passed +orders .* dist\/orders.zip\n/
assert log =~ /2 archives verified in [\d.]+ s: 1 passed, 1 failed; 1 error\n/
assert new File(basedir, 'target/lambda/verify.json').exists()
return true

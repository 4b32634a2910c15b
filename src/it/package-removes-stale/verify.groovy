File lambda = new File(basedir, 'target/lambda')
assert lambda.list().sort() as List == ['after.zip', 'archives.json', 'foreign.zip', 'kept.zip']
assert new File(lambda, 'foreign.zip').text == 'not ours'
String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] Deleted target/lambda/before.zip: no function is packaged to it any more')
assert log.contains('[INFO] 1 function packaged, 1 up to date')
return true

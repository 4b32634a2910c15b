File lambda = new File(basedir, 'target/lambda')
lambda.mkdirs()
new File(lambda, 'executables.json').text = '{"schemaVersion": 1, "executables": []}'
return true

File lambda = new File(basedir, 'target/lambda')
lambda.mkdirs()
new File(lambda, 'foreign.zip').text = 'not ours'
return true

import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] Uploaded orders -> s3://')
def manifest = new JsonSlurper().parse(new File(basedir, 'lambda-report/deployment.json'))
assert manifest.archives*.name == ['orders']

// what does not pass is not sent, nor is anything with it, whatever lambda.verify.skip says
assert log.contains('bootstrap-present')
assert log.contains('; nothing was uploaded')
assert new File(basedir, 'requests.log').readLines().size() == 2
assert !new File(basedir, 'out/deployment.json').exists()
return true

import groovy.json.JsonSlurper
String log = new File(basedir, 'build.log').text
File east = new File(basedir, 'target/lambda')
File west = new File(basedir, 'target/west')
def archive = new JsonSlurper().parse(new File(east, 'deployment.json')).archives[0]
// the first execution's location is a property of the second
def copy = new JsonSlurper().parse(new File(west, 'deployment.json')).archives[0]
assert copy.key == "west/uploaded/${archive.sha256}/orders/${archive.sha256}.zip"
[east, west].each { folder ->
    def there = new JsonSlurper().parse(new File(folder, 'deployment.json')).archives[0]
    def parameters = new JsonSlurper().parse(new File(folder, 'cloudformation-parameters.json'))
    assert parameters.collectEntries { [it.ParameterKey, it.ParameterValue] } ==
        [OrdersS3Bucket: there.bucket, OrdersS3Key: there.key]
    assert new JsonSlurper().parse(new File(folder, 'cloudformation-fragment.json')) ==
        [LambdaArchives: [Orders: [S3Bucket: there.bucket, S3Key: there.key]]]
    assert new JsonSlurper().parse(new File(folder, 'lambda_archives.auto.tfvars.json')).lambda_archives == [orders: [
        s3_bucket: there.bucket, s3_key: there.key, s3_object_version: null, source_code_hash: there.codeSha256,
        runtime: 'provided.al2023', architecture: 'x86_64', handler: 'bootstrap']]
}
// with one folder for both, what the first has written stays
assert log.contains("execution 'west' would replace what execution 'east' has written (" + east + ')')
assert log.contains('fix: give each execution a <reportDirectory> of its own')
assert archive.status == 'unchanged'
return true

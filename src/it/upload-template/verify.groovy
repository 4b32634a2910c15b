import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert !log.contains('[WARNING]')
// package has copied them too, with the paths of the archives
assert log.count('[INFO] Template template.yaml -> target/lambda/template.yaml: code of OrdersFunction, Reporting, Import\n') == 2
assert log.count('[INFO] Template plain.json -> target/lambda/plain.json: code of Orders\n') == 2

def archives = new JsonSlurper().parse(new File(basedir, 'target/lambda/deployment.json')).archives
def orders = archives.find { it.name == 'orders' }
def reports = archives.find { it.name == 'reports' }
String template = new File(basedir, 'template.yaml').text
assert new File(basedir, 'target/lambda/template.yaml').text == template
    .replace('      MemorySize: 128', "      CodeUri: s3://${orders.bucket}/${orders.key}\n      MemorySize: 128")
    .replace('./target/lambda/reports.zip # by path', "s3://${reports.bucket}/${reports.key} # by path")
    .replace('s3://elsewhere/import.zip', "s3://${orders.bucket}/${orders.key}")
    .replace('CodeUri: src/python', 'CodeUri: ../../src/python')
    .replace('"src/python"', '"../../src/python"')
String json = new File(basedir, 'plain.json').text
assert new File(basedir, 'target/lambda/plain.json').text ==
    json.replace('"target/lambda/orders.zip"', "{\"S3Bucket\": \"${orders.bucket}\", \"S3Key\": \"${orders.key}\"}")
return true

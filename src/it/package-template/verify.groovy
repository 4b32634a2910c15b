String log = new File(basedir, 'build.log').text
assert !log.contains('[WARNING]')
[
    '[INFO] Template template.yaml -> target/lambda/template.yaml: code of OrdersFunction, Reporting, Import\n',
    "[INFO] Left as it is: 'Python' (template.yaml:21): its Runtime python3.13 starts no bootstrap\n",
    '[INFO] Still a local file: Python.CodeUri (template.yaml:26), ../../src/python in the copy\n',
    '[INFO] Still a local file: Layer.ContentUri (template.yaml:30), ../../src/python in the copy\n',
].each { assert log.contains(it) }

String template = new File(basedir, 'template.yaml').text
assert new File(basedir, 'target/lambda/template.yaml').text == template
    .replace('      MemorySize: 128', '      CodeUri: orders.zip\n      MemorySize: 128')
    .replace('./target/lambda/reports.zip # by path', 'reports.zip # by path')
    .replace('s3://elsewhere/import.zip', 'orders.zip')
    .replace('CodeUri: src/python', 'CodeUri: ../../src/python')
    .replace('"src/python"', '"../../src/python"')
assert new File(basedir, 'target/lambda/orders.zip').file
return true

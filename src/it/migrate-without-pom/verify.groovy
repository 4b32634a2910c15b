import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] template.yaml (AWS SAM)')
assert log.contains('[INFO] -      Runtime: go1.x   # kept')
assert log.contains('[INFO] +      Runtime: provided.al2023   # kept')
assert log.contains('[INFO] 1 file: 1 would change')
assert log.contains('[INFO] Nothing is written yet. To write: mvn ')
assert log.contains(' -Dlambda.templates=template.yaml -Dlambda.migrate.write=true')
assert log.contains('1 file: 1 would change; the report is ')
assert log.contains('Skipping migrate: lambda.migrate.skip is set')
assert log.contains('[INFO] 1 file: 1 changed')
assert log.contains('[INFO] 1 file: 1 already there')
assert log.contains('[ERROR]   lambda.templates names nothing')
assert log.contains('[ERROR]     fix: name templates, folders or patterns      docs/migrate.md#which-files')
assert !log.contains('[WARNING]')

List<String> lines = new File(basedir, 'template.yaml').readLines()
assert lines[5] == '    Metadata: {BuildMethod: go1.x}'
assert lines[8..9] == ['      Handler: bootstrap', '      Runtime: provided.al2023   # kept']
def report = new JsonSlurper().parse(new File(basedir, 'lambda-report/migrate.json'))
assert report.schemaVersion == 1 && report.done && !report.written
assert report.files*.functions == [1]
return true

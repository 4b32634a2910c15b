String log = new File(basedir, 'build.log').text
assert log.contains("[WARNING] template.yaml:6: 2 functions share the code at 'bin' and differ in Handler:"
        + " 'Orders' (orders), 'Audit' (audit); an OS-only runtime starts one bootstrap for all of them")
assert log.contains('[INFO] notes.py:1: it speaks of go1.x in line 1, where no function is seen to take it')
assert log.contains('2 files: 1 needs you, 1 to read; the report is ')
assert log.contains("'missing.yaml' does not exist")
assert log.contains("[ERROR]   unknown runtime 'provided.al2022' (the command line, lambda.runtime)")
assert log.contains("[ERROR]   unknown runtime 'python3.13' (the command line, lambda.runtime)")
assert log.contains('[ERROR]     fix: choose one of provided.al2, provided.al2023')
assert log.contains('[INFO] 2 files: 1 changed, 1 to read')

List<String> lines = new File(basedir, 'template.yaml').readLines()
assert lines[3] == '  Function: {Runtime: provided.al2023, CodeUri: bin/}'
assert lines[7] == '    Properties: {Handler: orders}'
return true

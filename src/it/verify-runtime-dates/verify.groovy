String log = new File(basedir, 'build.log').text
String ended = 'runtime-supported: AWS ended its support of provided.al2023 (Amazon Linux 2023) on 2026-06-30 (by AWS, docs.amazonaws.cn, 2026-06-01)'
assert log.contains('[WARNING] ' + ended)
assert log =~ /1 archive verified in [\d.]+ s: 1 passed, 0 failed; 1 warning\n/
assert log.contains('[ERROR] ' + ended)
assert log =~ /1 archive verified in [\d.]+ s: 0 passed, 1 failed; 1 error\n/
assert log.contains("[ERROR] 3 problems in 'verify-runtime-dates':")
assert log.contains("[ERROR]   unknown runtime 'provided.al2024'; a date alone does not make a runtime known (lambda.runtimeDates: ")
assert log.contains("[ERROR]   'soon' is no date (lambda.runtimeDates: ")
assert log.contains('[ERROR]   the dates have no source (lambda.runtimeDates: ')
return true

String log = new File(basedir, 'build.log').text
assert log =~ /2 archives verified in [\d.]+ s: 2 passed, 0 failed; 1 warning, 1 suppressed, 1 placeholder\n/
assert log =~ /2 archives verified in [\d.]+ s: 2 passed, 0 failed; 1 suppressed, 1 placeholder\n/
assert log =~ /2 archives verified in [\d.]+ s: 1 passed, 1 failed; 1 warning, 1 suppressed, 1 placeholder\n/
assert log =~ /\[INFO\] placeholder +later .* dist\/later.zip\n/
assert log.contains("[WARNING] the placeholder pattern 'nothing*' matches no archive; remove or correct it")
assert log.contains("[WARNING] the suppression of rule 'entry-method' matches no finding; remove or correct it")
assert log.contains("[ERROR]   there is no rule 'bootstrap-exe' (lambda.ruleSeverities)")
assert log.contains('fix: choose one of archive-readable, archive-not-empty, entry-integrity')
return true

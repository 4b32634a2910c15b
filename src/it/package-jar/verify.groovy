File installed = new File(localRepositoryPath, 'it/package-jar/1')
assert new File(installed, 'package-jar-1.jar').file
assert new File(installed, 'package-jar-1-hello_Linux_arm64.zip').file
String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] 1 function packaged, 0 up to date')
assert log.contains('[INFO] 0 functions packaged, 1 up to date')
assert !(log =~ /(?i)artifact .* already attached/)
return true

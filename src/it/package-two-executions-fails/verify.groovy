String log = new File(basedir, 'build.log').text
assert log.count("[ERROR]   two executions make the archive 'Orders': 'first' and 'second' (pom.xml <execution>second)") == 2
assert log.contains('[ERROR]     fix: give one of them other functions, another <archiveName>, or another <outputDirectory>')
assert new File(basedir, 'target/lambda').list().sort() as List == ['archives.json', 'orders.zip']
return true

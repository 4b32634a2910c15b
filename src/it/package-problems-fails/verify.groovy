String log = new File(basedir, 'build.log').text
[
    "[ERROR] 7 problems in 'package-problems-fails':",
    "unknown architecture 'sparc' (pom.xml <functions><function>three, lambda.architecture)",
    "missing.json' does not exist (pom.xml <includes>)",
    "the include target '../pom.xml' is no path inside the archive (pom.xml <includes>); Lambda unpacks the archive into",
    'the pattern of archive names has unknown placeholders: {arch} (pom.xml <archiveName>, lambda.archiveName)',
    "function 'one' has no executable: '",
    "the executable of function 'two' is a directory: '",
    "pom.xml' would be 'bootstrap' in the archive, where the function's executable is",
].each { assert log.contains(it) }
assert !new File(basedir, 'target/lambda').exists()
return true

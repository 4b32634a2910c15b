String log = new File(basedir, 'build.log').text
[
    "'a/b' is no bundle name (pom.xml <bundles><bundle>a/b)",
    "the functions of bundle 'mixed' run on different runtimes: provided.al2 (old), provided.al2023 (alone, large, one, other, two) (pom.xml <bundles><bundle>mixed<functions>)",
    "the functions of bundle 'mixed' are built for different architectures: arm64 (other), x86_64 (alone, large, old, one, two) (pom.xml <bundles><bundle>mixed<functions>)",
    "no function is called '*-lambda'; the nearest names are",
    "unknown shim 'bash' (pom.xml <bundles><bundle>unknown<shim>)",
    "unknown dispatch 'name' (pom.xml <bundles><bundle>unknown<dispatch>)",
    'a bundle has a <directory> and an <entry> (pom.xml <bundles><bundle>places)',
    "function 'one' would be 'bin/one/deep' in bundle 'places', where 'bin/one' is the executable of function 'one' (pom.xml <bundles><bundle>places<handlers>)",
    "function 'one' would be 'bootstrap' in bundle 'places', where the shim is (pom.xml <bundles><bundle>places<handlers>)",
    "function 'one' would be '../one' in bundle 'places': it leads out of /var/task (pom.xml <bundles><bundle>places<handlers>)",
    "function 'one' would be 'my one' in bundle 'places', which has white space, a backslash or a control character (pom.xml <bundles><bundle>places<handlers>)",
    "function 'two' has no Go package, and so no {path} for 'bin/{path}' (pom.xml <bundles><bundle>places<entry>)",
    "hello.sh' would be 'bootstrap.map' in the archive, where the shim's map is (pom.xml <bundles><bundle>places<includes>)",
    "the route '*' leads to function 'two', which is not in bundle 'routed'; the nearest names are one (pom.xml <bundles><bundle>routed<routes>)",
    "'a b' matches no function name (pom.xml <bundles><bundle>routed<routes>)",
    "two archives are called 'alone', that of 'alone' for x86_64 and that of bundle 'alone' for x86_64",
    "bundle 'big' has 262147",
    'fix: make large smaller, or leave out included files: it has no room in any archive',
].each { assert log.contains(it): it }
assert log.contains("[ERROR] 17 problems in 'package-bundle-problems-fails':")
assert !new File(basedir, 'target/lambda').exists()
return true

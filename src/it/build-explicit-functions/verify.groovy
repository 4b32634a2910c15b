String log = new File(basedir, 'build.log').text

File output = new File(basedir, 'target/lambda')
assert output.list().findAll { it.endsWith('.zip') }.sort() ==
        ['audit-arm64.zip', 'audit-x86_64.zip', 'orders.zip', 'tool.zip']
['x86_64', 'arm64'].each {
    String text = new String(new File(output, "bin/$it/audit").bytes, 'ISO-8859-1')
    assert text.contains('1-it')        // ldflags of the pom
    assert text.contains('the-branch')  // ldflags of GOFLAGS
}
assert log.contains('Function tool links no Runtime API client: the text /runtime/invocation/ is not in'
        + ' target/lambda/bin/arm64/tool')
assert new File(output, 'bin/arm64').list().sort() == ['audit', 'orders', 'tool']
return true

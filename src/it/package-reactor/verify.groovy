import groovy.json.JsonSlurper

['left', 'right'].each { module ->
    def archives = new JsonSlurper().parse(new File(basedir, "$module/target/lambda/archives.json")).archives
    assert archives*.name == ['one', 'two']
    assert archives*.execution == ['first', 'second']
    ['one', 'two'].each {
        assert new File(localRepositoryPath, "it/$module/1/$module-1-${it}.zip").file
    }
}
String log = new File(basedir, 'build.log').text
assert log.count('[INFO] 1 function packaged, 0 up to date') == 4
assert log.count('[INFO] 0 functions packaged, 1 up to date') == 4
assert !log.contains('Deleted')
assert !log.contains('[WARNING]')
return true

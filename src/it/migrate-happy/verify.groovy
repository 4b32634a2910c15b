import groovy.json.JsonSlurper
import java.util.zip.ZipFile

String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] -    Runtime: go1.x # ended')
assert log.contains('[INFO] +    Runtime: provided.al2023 # ended')
assert log.contains('[INFO] 1 file: 1 would change')
assert log.contains('[INFO] 1 file: 1 changed')
assert log.contains('[INFO] 1 file: 1 already there')
assert !log.contains('[WARNING]')

List<String> lines = new File(basedir, 'template.yaml').readLines()
assert lines[4] == '    Runtime: provided.al2023 # ended'
assert lines[11] == '      Handler: bootstrap'
assert lines[16] == '      Handler: bootstrap'
['orders', 'audit'].each { name ->
    def zip = new ZipFile(new File(basedir, "target/lambda/${name}.zip"))
    assert zip.getEntry('bootstrap') != null
    zip.close()
}
def verified = new JsonSlurper().parse(new File(basedir, 'target/lambda/verify.json'))
assert verified.archives*.name.sort() == ['audit', 'orders']
assert new JsonSlurper().parse(new File(basedir, 'target/lambda/migrate.json')).done
return true

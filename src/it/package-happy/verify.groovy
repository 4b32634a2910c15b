import groovy.json.JsonSlurper
import io.github.lambdabootstrap.model.Sha256
import java.nio.file.Files
import org.apache.commons.compress.archivers.zip.ZipFile

File lambda = new File(basedir, 'target/lambda')
def modes = { String name ->
    try (ZipFile zip = ZipFile.builder().setFile(new File(lambda, name)).get()) {
        return zip.entries.toList().collectEntries { [it.name, Integer.toOctalString(it.unixMode)] }
    }
}
assert modes('script.zip') == ['assets/deep/a.txt': '100644', 'assets/tool.sh': '100755',
                               'bootstrap': '100755', 'config.json': '100644']
assert modes('native-x86_64.zip').keySet() == ['assets/deep/a.txt', 'assets/tool.sh', 'bootstrap', 'config.json'] as Set
assert modes('native-arm64.zip')['bootstrap'] == '100755'

def text = { String zip, String entry ->
    try (ZipFile file = ZipFile.builder().setFile(new File(lambda, zip)).get()) {
        return file.getInputStream(file.getEntry(entry)).text
    }
}
assert text('script.zip', 'config.json') == '{"own":true}\n'
assert text('native-arm64.zip', 'config.json') == '{"all":true}\n'
assert text('script.zip', 'bootstrap') == new File(basedir, 'hello.sh').text

def inventory = new JsonSlurper().parse(new File(lambda, 'archives.json'))
assert inventory.schemaVersion == 1
assert inventory.archives*.name == ['native-arm64', 'native-x86_64', 'script']
inventory.archives.each {
    File zip = new File(lambda, it.file)
    assert it.sha256 == Sha256.of(zip.toPath()).hex()
    assert it.sizeBytes == zip.length()
    assert it.runtime == 'provided.al2023'
    assert it.handlers == [] && it.layers == []
}
assert inventory.archives*.functions == [['native'], ['native'], ['script']]
assert inventory.archives*.architecture == ['arm64', 'x86_64', 'x86_64']

File installed = new File(localRepositoryPath, 'it/package-happy/1')
inventory.archives.each {
    File artifact = new File(installed, "package-happy-1-${it.name}.zip")
    assert Files.mismatch(artifact.toPath(), new File(lambda, it.file).toPath()) == -1L
}
assert !new File(lambda, 'executables.json').exists()

String log = new File(basedir, 'build.log').text
assert log.contains("[INFO] Function script has its own 'config.json' in place of that of all functions")
assert log =~ /\[INFO\] Packaged script -> target\/lambda\/script.zip \(\d+ B, x86_64, sha256 [0-9a-f]{8}\)/
assert log =~ /\[INFO\] Packaged native-arm64 -> target\/lambda\/native-arm64.zip \(\d+ B, arm64, sha256 [0-9a-f]{8}\)/
assert log.contains('[INFO] 3 functions packaged, 0 up to date')
assert !log.contains('[WARNING]')
return true

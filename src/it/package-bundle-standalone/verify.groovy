import java.nio.file.Files
import org.apache.commons.compress.archivers.zip.ZipFile

File lambda = new File(basedir, 'target/lambda')
List<String> names = ['both-arm64', 'both-x86_64', 'one-arm64', 'one-x86_64', 'two-arm64', 'two-x86_64']
assert lambda.list().findAll { it.endsWith('.zip') }.sort() == names.collect { "${it}.zip".toString() }
names.each {
    File installed = new File(localRepositoryPath, "it/package-bundle-standalone/1/package-bundle-standalone-1-${it}.zip")
    assert Files.mismatch(installed.toPath(), new File(lambda, "${it}.zip").toPath()) == -1L
}

def machine = { String name ->
    try (ZipFile zip = ZipFile.builder().setFile(new File(lambda, "${name}.zip")).get()) {
        assert zip.entries.toList().collectEntries { [it.name, Integer.toOctalString(it.unixMode)] } ==
                ['bootstrap': '100755', 'bootstrap.map': '100644', 'one': '100755', 'tools/hello.sh': '100755', 'two': '100755']
        assert zip.getInputStream(zip.getEntry('bootstrap.map')).text == 'lambda-bootstrap-map 1\nwrapper\n'
        return zip.getInputStream(zip.getEntry('bootstrap')).readNBytes(20)[18] & 0xff
    }
}
assert machine('both-x86_64') == 62
assert machine('both-arm64') == 183

String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] 4 functions packaged, 0 up to date')
return true

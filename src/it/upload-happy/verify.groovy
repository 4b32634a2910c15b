import groovy.json.JsonSlurper
import io.github.lambdabootstrap.s3.S3Server
import java.security.MessageDigest

String log = new File(basedir, 'build.log').text
assert !log.contains('[WARNING]')
assert log =~ /\[INFO\] Uploaded orders -> s3:\/\/b-[^ ]+\/lambda\/orders\/[0-9a-f]{64}\.zip \(\d+(\.\d KiB| B)\)\n/
assert log =~ /\[INFO\] 2 archives uploaded, 0 unchanged \([\d.]+ (B|KiB) sent\) in [\d.]+ s\n/

def manifest = new JsonSlurper().parse(new File(basedir, 'target/lambda/deployment.json'))
assert manifest.schemaVersion == 1
assert manifest.pluginVersion
assert manifest.archives*.name == ['audit', 'orders']
manifest.archives.each { archive ->
    byte[] bytes = new File(basedir, 'target/lambda/' + archive.file).bytes
    byte[] digest = MessageDigest.getInstance('SHA-256').digest(bytes)
    assert archive.bytes == bytes.length
    assert archive.sha256 == digest.encodeHex().toString()
    assert archive.codeSha256 == digest.encodeBase64().toString()
    assert archive.key == "lambda/${archive.name}/${archive.sha256}.zip"
    assert archive.with { [runtime, architecture, handler, handlers, placeholder, region, status, versionId] } ==
        ['provided.al2023', 'x86_64', 'bootstrap', ['bootstrap'], false, 'us-east-1', 'uploaded', null]
    assert S3Server.read(archive.bucket, archive.key) == bytes
}
List<String> requests = new File(basedir, 'requests.log').readLines()
assert requests.count { it.startsWith('HEAD ') } == 2
assert requests.count { it.startsWith('PUT ') } == 2
assert requests.size() == 4
return true

import io.github.lambdabootstrap.model.Sha256
import java.time.OffsetDateTime

String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] 2 functions packaged, 0 up to date')
assert log.contains('[INFO] Up to date: one -> target/lambda/one.zip')
assert log.contains('[INFO] Up to date: two -> target/lambda/two.zip')
assert log.contains('[INFO] 0 functions packaged, 2 up to date')

// what the second run had written would be younger than the end of the first
def firstEnd = OffsetDateTime.parse((log =~ /Finished at: (\S+)/)[0][1]).toInstant().plusSeconds(1)
['one.zip', 'two.zip', 'archives.json'].each {
    assert new File(basedir, "target/lambda/$it").lastModified() <= firstEnd.toEpochMilli()
}
['one', 'two'].each {
    String said = (log =~ /Packaged $it -> .* sha256 ([0-9a-f]{8})/)[0][1]
    assert Sha256.of(new File(basedir, "target/lambda/${it}.zip").toPath()).abbreviated() == said
}
return true

import io.github.lambdabootstrap.archive.ZipFixture
import io.github.lambdabootstrap.elf.ElfFixture
import io.github.lambdabootstrap.s3.S3ForBuilds

new File(basedir, 'dist').mkdirs()
ZipFixture.zip().file('bootstrap', ElfFixture.x86_64().runtimeClient().bytes())
    .write(new File(basedir, 'dist/orders.zip').toPath())
ZipFixture.zip().file('readme', 'no bootstrap').write(new File(basedir, 'broken.zip').toPath())
S3ForBuilds.start(basedir)
return true

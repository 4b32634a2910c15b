import io.github.lambdabootstrap.elf.ElfFixture
import io.github.lambdabootstrap.s3.S3ForBuilds

new File(basedir, 'a/orders.elf').bytes = ElfFixture.x86_64().staticExecutable().runtimeClient().bytes()
new File(basedir, 'b/orders.elf').bytes = ElfFixture.x86_64().dynamicExecutable('2.17').runtimeClient().bytes()
S3ForBuilds.start(basedir)
return true

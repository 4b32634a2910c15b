import io.github.lambdabootstrap.elf.ElfFixture
import io.github.lambdabootstrap.s3.S3ForBuilds

new File(basedir, 'orders.elf').bytes = ElfFixture.x86_64().staticExecutable().runtimeClient().bytes()
new File(basedir, 'reports.elf').bytes = ElfFixture.arm64().staticExecutable().runtimeClient().bytes()
S3ForBuilds.start(basedir)
return true

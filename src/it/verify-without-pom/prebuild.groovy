import io.github.lambdabootstrap.archive.ZipFixture
import io.github.lambdabootstrap.elf.ElfFixture

ZipFixture.zip().file('bootstrap', ElfFixture.arm64().runtimeClient().bytes())
    .write(new File(basedir, 'orders.zip').toPath())
return true

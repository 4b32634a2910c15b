import io.github.lambdabootstrap.archive.ZipFixture
import io.github.lambdabootstrap.elf.ElfFixture

File dist = new File(basedir, 'dist')
dist.mkdirs()
ZipFixture.zip().file('bootstrap', ElfFixture.x86_64().runtimeClient().bytes()).write(new File(dist, 'orders.zip').toPath())
return true

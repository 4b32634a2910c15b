import io.github.lambdabootstrap.archive.ZipFixture
import io.github.lambdabootstrap.elf.ElfFixture

File dist = new File(basedir, 'dist')
dist.mkdirs()
ZipFixture.zip().file('bootstrap', ElfFixture.x86_64().runtimeClient().bytes()).mode(0644).file('a\\b', 'x')
    .write(new File(dist, 'orders.zip').toPath())
ZipFixture.zip().file('readme', 'x').write(new File(dist, 'later.zip').toPath())
return true

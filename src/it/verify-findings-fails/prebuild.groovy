import io.github.lambdabootstrap.archive.ZipFixture
import io.github.lambdabootstrap.elf.ElfFixture

File dist = new File(basedir, 'dist/deep')
dist.mkdirs()
byte[] elf = ElfFixture.x86_64().staticExecutable().runtimeClient().bytes()
ZipFixture.zip().file('bootstrap', elf).write(new File(basedir, 'dist/good.zip').toPath())
ZipFixture.zip().file('bootstrap', ElfFixture.arm64().runtimeClient().bytes()).mode(0644)
    .write(new File(basedir, 'dist/orders.zip').toPath())
ZipFixture.zip().file('main', elf).write(new File(dist, 'audit.zip').toPath())
new File(dist, 'broken.zip').text = 'no zip'
return true

import io.github.lambdabootstrap.elf.ElfFixture

new File(basedir, 'orders.elf').bytes = ElfFixture.x86_64().runtimeClient().bytes()
new File(basedir, 'audit.txt').text = 'uploaded later\n'
return true

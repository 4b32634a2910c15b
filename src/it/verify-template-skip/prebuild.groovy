import io.github.lambdabootstrap.elf.ElfFixture

new File(basedir, 'orders.elf').bytes = ElfFixture.x86_64().staticExecutable().runtimeClient().bytes()
return true

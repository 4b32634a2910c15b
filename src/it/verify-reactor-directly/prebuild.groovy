import io.github.lambdabootstrap.elf.ElfFixture

new File(basedir, 'a/orders.elf').bytes = ElfFixture.x86_64().runtimeClient().bytes()
new File(basedir, 'b/audit.elf').bytes = ElfFixture.x86_64().runtimeClient().bytes()
return true

import io.github.lambdabootstrap.elf.ElfFixture

// a warning each, so that there is something to place
new File(basedir, 'a/orders.elf').bytes = ElfFixture.x86_64().bytes()
new File(basedir, 'b/audit.elf').bytes = ElfFixture.x86_64().bytes()
return true

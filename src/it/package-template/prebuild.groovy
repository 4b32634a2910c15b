import io.github.lambdabootstrap.elf.ElfFixture

new File(basedir, 'orders.elf').bytes = ElfFixture.x86_64().staticExecutable().runtimeClient().bytes()
new File(basedir, 'reports.elf').bytes = ElfFixture.arm64().staticExecutable().runtimeClient().bytes()
return true

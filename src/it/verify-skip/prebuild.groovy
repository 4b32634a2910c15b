import io.github.lambdabootstrap.elf.ElfFixture
import io.github.lambdabootstrap.elf.GoBuildInfoFixture

new File(basedir, 'orders.elf').bytes = ElfFixture.x86_64().staticExecutable().runtimeClient()
    .goBuildInfo(GoBuildInfoFixture.function('v1.55.1')).bytes()
new File(basedir, 'audit.elf').bytes = ElfFixture.x86_64().dynamicExecutable('2.17').runtimeClient().bytes()
return true

import io.github.lambdabootstrap.archive.ZipFixture
import io.github.lambdabootstrap.elf.ElfFixture

byte[] elf = ElfFixture.x86_64().staticExecutable().runtimeClient().bytes()
ZipFixture.zip()
    .file('bootstrap', '#!/bin/bash\nexec "${PWD}/${_HANDLER}"\n')
    .file('bin/orders', elf)
    .file('bin/type', elf)
    .file('bin/users', elf).mode(0644)
    .file('bin/tool', ElfFixture.arm64().staticExecutable().bytes())
    .write(new File(basedir, 'deploy.zip').toPath())
return true

import io.github.lambdabootstrap.archive.ZipFixture
import io.github.lambdabootstrap.elf.ElfFixture
import io.github.lambdabootstrap.model.Architecture
import io.github.lambdabootstrap.shim.Shim
import io.github.lambdabootstrap.shim.ShimForm

byte[] elf = ElfFixture.x86_64().staticExecutable().runtimeClient().bytes()
byte[] tool = ElfFixture.arm64().staticExecutable().bytes()
[
    native: new Shim(ShimForm.NATIVE, Architecture.X86_64).bytes(),
    script: new Shim(ShimForm.SH, Architecture.X86_64).bytes(),
    'hand-written': '#!/bin/sh\nexec ./$_HANDLER\n'.bytes,
].each { name, shim ->
    ZipFixture.zip()
        .file('bootstrap', shim)
        .symlink('bin/orders', '../orders')
        .file('orders', elf)
        .file('users', elf)
        .file('bin/tool', tool)
        .write(new File(basedir, name + '.zip').toPath())
}
return true

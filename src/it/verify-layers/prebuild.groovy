import io.github.lambdabootstrap.archive.ZipFixture
import io.github.lambdabootstrap.elf.ElfFixture

File folder(String name) {
    File created = new File(basedir, name)
    created.mkdirs()
    return created
}

File dist = folder('dist')
File layers = folder('layers')
byte[] function = ElfFixture.x86_64().dynamicExecutable('2.17').needs('libssl.so.1.1').runtimeClient().bytes()
ZipFixture.zip().file('bootstrap', function).write(new File(dist, 'orders.zip').toPath())
ZipFixture.zip().file('config.json', '{}').write(new File(dist, 'script.zip').toPath())
ZipFixture.zip().file('lib/libssl.so.1.1', ElfFixture.x86_64().sharedLibrary('libssl.so.1.1').bytes())
    .write(new File(layers, 'libraries.zip').toPath())
ZipFixture.zip().file('bootstrap', ElfFixture.x86_64().runtimeClient().bytes())
    .write(new File(layers, 'runtime.zip').toPath())
return true

import io.github.lambdabootstrap.archive.ZipFixture
import io.github.lambdabootstrap.elf.ElfFixture
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.LockSupport

File dist = new File(basedir, 'dist')
dist.mkdirs()
byte[] elf = ElfFixture.x86_64().runtimeClient().bytes()
File changing = new File(dist, 'changing.zip')
ZipFixture.zip().file('bootstrap', elf).zeros('data', 200_000_000).write(changing.toPath())
ZipFixture.zip().file('bootstrap', elf).write(new File(dist, 'orders.zip').toPath())

// what another process of a careless build would do, until the build is over
File over = new File(basedir, 'over')
long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5)
Thread.startDaemon {
    long time = 1_700_000_000_000
    while (!over.exists() && System.nanoTime() < end) {
        changing.lastModified = time += 1000
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1))
    }
}
return true

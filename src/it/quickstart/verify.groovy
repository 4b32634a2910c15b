import com.sun.net.httpserver.HttpServer
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

String log = new File(basedir, 'build.log').text
File output = new File(basedir, 'target/lambda')
assert output.list().findAll { it.endsWith('.zip') }.sort() == ['api.zip', 'hello.zip', 'restock.zip']
assert log.contains('No function: cmd/seed (imports no Runtime API client)')
assert log =~ /ok  \texample.com\/quickstart\/cmd\/hello/
assert !log.contains('[WARNING]')
assert !log.contains('validation issues were detected') // Maven's own check of plugins, on at VERBOSE alone

// the executable of an archive, taken out by something else than this project's own reader
File unpacked(File zip) {
    File folder = new File(zip.parentFile, "unpacked/${zip.name - '.zip'}")
    folder.mkdirs()
    for (command in [['unzip', '-q', '-o', zip.path, '-d', folder.path], ['python3', '-m', 'zipfile', '-e', zip.path, folder.path]]) {
        try {
            Process unzip = new ProcessBuilder(command).redirectErrorStream(true).start()
            String said = unzip.inputStream.text
            assert unzip.waitFor() == 0: said
            assert folder.list() as List == ['bootstrap']
            return new File(folder, 'bootstrap')
        } catch (IOException notInstalled) {
            println "no ${command[0]}: ${notInstalled.message}"
        }
    }
    def zipFile = new java.util.zip.ZipFile(zip)
    try {
        assert zipFile.entries().toList()*.name == ['bootstrap']
        File bootstrap = new File(folder, 'bootstrap')
        bootstrap.bytes = zipFile.getInputStream(zipFile.getEntry('bootstrap')).bytes
        return bootstrap
    } finally {
        zipFile.close()
    }
}

int machine(File executable) {
    byte[] head = executable.newInputStream().withCloseable { it.readNBytes(20) }
    assert head[0..3] == [0x7f, 0x45, 0x4c, 0x46].collect { it as byte }
    return head[18]
}

// starts the executable as Lambda does and waits until it asks for work
void asksForWork(File bootstrap) {
    bootstrap.setExecutable(true)
    def asked = new CountDownLatch(1)
    def over = new CountDownLatch(1)
    List<String> requests = [].asSynchronized()
    HttpServer api = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
    api.executor = java.util.concurrent.Executors.newCachedThreadPool { task -> new Thread(task).tap { it.daemon = true } }
    api.createContext('/') { exchange ->
        requests << "$exchange.requestMethod $exchange.requestURI".toString()
        asked.countDown()
        over.await() // there is no work: the real one waits too
        exchange.close()
    }
    api.start()
    def builder = new ProcessBuilder(bootstrap.path).redirectErrorStream(true)
    builder.environment().put('AWS_LAMBDA_RUNTIME_API', "127.0.0.1:${api.address.port}".toString())
    builder.environment().put('_HANDLER', 'bootstrap')
    builder.redirectOutput(new File(bootstrap.parentFile, 'output.txt'))
    Process function = builder.start()
    try {
        assert asked.await(60, TimeUnit.SECONDS): "${bootstrap}: ${new File(bootstrap.parentFile, 'output.txt').text}"
        assert requests[0] == 'GET /2018-06-01/runtime/invocation/next'
    } finally {
        function.destroyForcibly().waitFor()
        over.countDown()
        api.stop(0)
    }
}

boolean runsHere = System.getProperty('os.name') == 'Linux' && System.getProperty('os.arch') == 'amd64'
final int X86_64 = 62
final int AARCH64 = 183 as byte
['api', 'hello'].each { name ->
    File bootstrap = unpacked(new File(output, "${name}.zip"))
    assert machine(bootstrap) == X86_64
    if (runsHere) {
        asksForWork(bootstrap)
    }
}
assert machine(unpacked(new File(output, 'restock.zip'))) == AARCH64
return true

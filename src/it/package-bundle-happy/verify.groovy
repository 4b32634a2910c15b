import com.sun.net.httpserver.HttpServer
import groovy.json.JsonSlurper
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.time.OffsetDateTime
import java.util.concurrent.Executors
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit
import org.apache.commons.compress.archivers.zip.ZipFile

String log = new File(basedir, 'build.log').text
File lambda = new File(basedir, 'target/lambda')
assert lambda.list().findAll { it.endsWith('.zip') }.sort() == ['deploy.zip', 'named-script.zip', 'named.zip', 'script.zip']
assert !lambda.list().any { it.endsWith('.tmp') }
assert log =~ /Packaged deploy -> target\/lambda\/deploy.zip \(3 functions, .* MiB, x86_64, sha256 [0-9a-f]{8}\)/
assert log.contains('[INFO] 3 functions packaged, 0 up to date')
assert !log.contains('[WARNING]')
['deploy', 'script', 'named', 'named-script'].each {
    assert log.contains("[INFO] Up to date: $it -> target/lambda/${it}.zip")
}
assert log.contains('[INFO] 0 functions packaged, 3 up to date')

// what the second run had written would be younger than the end of the first
def firstEnd = OffsetDateTime.parse((log =~ /Finished at: (\S+)/)[0][1]).toInstant().plusSeconds(1)
['deploy.zip', 'archives.json'].each {
    assert new File(lambda, it).lastModified() <= firstEnd.toEpochMilli()
}

def archives = new JsonSlurper().parse(new File(lambda, 'archives.json')).archives.collectEntries { [it.name, it] }
assert archives.values()*.functions.every { it == ['handle_it', 'orders', 'signin'] }
assert archives.deploy.handlers == ['bin/api/app/auth/signin', 'bin/handle_it', 'example-lambda']
assert archives.script.handlers == ['bin/api/app/auth/signin', 'bin/cmd/handle_it', 'bin/cmd/orders']
assert archives.named.handlers == []
def report = new JsonSlurper().parse(new File(lambda, 'verify.json'))
assert report.verdict == 'pass'
def bundles = report.archives.collectEntries { [it.name, it.bundle] }
assert bundles.deploy.shim == 'lambda-bootstrap shim 2 native x86_64'
assert bundles.deploy.dispatch == 'handler'
assert bundles.deploy.handlers*.entry == archives.deploy.handlers
assert bundles.deploy.executables*.path == archives.deploy.handlers
assert bundles.deploy.executables.every { it.language == 'Go' && it.mode == '0755' && it.go.version }
assert bundles.named.dispatch == 'function-name'

// unpacked with its modes, as Lambda does
Path unpacked(File zip) {
    Path root = zip.parentFile.toPath().resolve("unpacked/${zip.name - '.zip'}")
    try (ZipFile file = ZipFile.builder().setFile(zip).get()) {
        file.entries.toList().each { entry ->
            Path path = root.resolve(entry.name)
            Files.createDirectories(path.parent)
            Files.deleteIfExists(path)
            Files.copy(file.getInputStream(entry), path)
            String mode = entry.unixMode == 0100755 ? 'rwxr-xr-x' : 'rw-r--r--'
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode))
        }
    }
    return root
}

Process start(Path root, Map<String, String> environment) {
    def builder = new ProcessBuilder(root.resolve('bootstrap').toString())
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(root.resolve('output.txt').toFile())
    builder.environment().clear()
    builder.environment().putAll([LAMBDA_TASK_ROOT: root.toString(), PATH: '/usr/bin:/bin'] + environment)
    return builder.start()
}

// starts an archive and waits until what it starts asks for work; says what that is
String asksForWork(Path root, Map<String, String> environment) {
    def requests = new LinkedBlockingQueue<String>()
    def over = new java.util.concurrent.CountDownLatch(1)
    HttpServer api = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
    api.executor = Executors.newCachedThreadPool { task -> new Thread(task).tap { it.daemon = true } }
    api.createContext('/') { exchange ->
        requests << "$exchange.requestMethod $exchange.requestURI".toString()
        over.await() // there is no work: the real one waits too
        exchange.close()
    }
    api.start()
    Process process = start(root, [AWS_LAMBDA_RUNTIME_API: "127.0.0.1:${api.address.port}".toString()] + environment)
    try {
        String request = requests.poll(60, TimeUnit.SECONDS)
        assert request == 'GET /2018-06-01/runtime/invocation/next': root.resolve('output.txt').toFile().text
        // an exec keeps the process: its executable is the target now
        return root.toRealPath().relativize(Files.readSymbolicLink(Path.of("/proc/${process.pid()}/exe"))).toString()
    } finally {
        process.destroyForcibly().waitFor()
        over.countDown()
        api.stop(0)
    }
}

String refusal(Path root, Map<String, String> environment) {
    Process process = start(root, environment)
    assert process.waitFor(60, TimeUnit.SECONDS)
    return "${process.exitValue()}: ${root.resolve('output.txt').toFile().text.trim()}"
}

if (System.getProperty('os.name') == 'Linux' && System.getProperty('os.arch') == 'amd64') {
    Path deploy = unpacked(new File(lambda, 'deploy.zip'))
    Path script = unpacked(new File(lambda, 'script.zip'))
    Path named = unpacked(new File(lambda, 'named.zip'))
    Path namedScript = unpacked(new File(lambda, 'named-script.zip'))
    [[deploy, archives.deploy], [script, archives.script]].each { root, archive ->
        archive.handlers.each { handler ->
            assert asksForWork(root, [_HANDLER: handler]) == handler
            assert asksForWork(root, [_HANDLER: "./$handler".toString()]) == handler
        }
        assert refusal(root, [_HANDLER: 'bin/ordrs']) ==
                "127: lambda-bootstrap: cannot start Handler 'bin/ordrs': there is no such file in $root; set Handler to" +
                ' the path of an executable in the archive, such as bin/orders'
    }
    def byName = { Path root, String name -> [_HANDLER: 'whatever.it.was', AWS_LAMBDA_FUNCTION_NAME: name] }
    assert asksForWork(named, byName(named, 'prod-orders-canary')) == 'handle_it'
    assert asksForWork(named, byName(named, 'prod-orders')) == 'orders'
    assert asksForWork(named, byName(named, 'users')) == 'signin'
    assert asksForWork(namedScript, byName(namedScript, 'prod-orders')) == 'bin/orders'
    assert refusal(namedScript, byName(namedScript, 'users'))
            .startsWith("127: lambda-bootstrap: cannot start function 'users': no route in bootstrap.map matches it")
}
return true

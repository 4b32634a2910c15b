String log = new File(basedir, 'build.log').text

assert log.contains("Would run: cd ${basedir} && CGO_ENABLED=0 GOARCH=amd64 GOOS=linux ")
assert log.contains('go build -trimpath -buildvcs=false -tags=lambda.norpc')
['test', 'package', 'verify'].each { assert log.contains("Skipping $it: lambda.build.dryRun is set") }
assert !new File(basedir, 'target/lambda').exists()
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/report/functions.json'))
assert report == [schemaVersion: 1,
    functions: [[name: 'a', directory: "$basedir/cmd/a".toString(), package: 'example.com/shop/cmd/a',
        module: 'example.com/shop', architecture: 'x86_64', reason: 'imports a Runtime API client']],
    notFunctions: [[directory: "$basedir/cmd/tool".toString(), package: 'example.com/shop/cmd/tool',
        reason: 'imports no Runtime API client']],
    brokenModules: [[directory: "$basedir/broken".toString(),
        error: 'go: errors parsing go.mod: go.mod:3: unknown directive: bogus']]]
return true

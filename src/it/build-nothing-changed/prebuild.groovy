// a Go that counts its calls
File go = new File(basedir, '_go/go')
go.parentFile.mkdirs()
go.text = "#!/bin/sh\necho \"\$1\" >> '${basedir}/calls.txt'\nexec go \"\$@\"\n"
go.setExecutable(true)
// sources that were written just now are not trusted
new File(basedir, 'go').eachFileRecurse { it.setLastModified(System.currentTimeMillis() - 3600000) }
return true

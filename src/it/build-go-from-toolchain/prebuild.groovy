// a Go of its own: it hands everything on to the real one
File go = new File(basedir, '_go/bin/go')
go.parentFile.mkdirs()
go.text = '#!/bin/sh\nexec go "$@"\n'
go.setExecutable(true)
File toolchains = new File(basedir, 'toolchains.xml')
toolchains.text = toolchains.text.replaceAll('<goHome>.*</goHome>', "<goHome>${basedir}/_go</goHome>")
return true

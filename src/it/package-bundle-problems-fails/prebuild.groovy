// as large as it says, and no space on disk
File large = new File(basedir, 'target/large')
large.parentFile.mkdirs()
new RandomAccessFile(large, 'rw').withCloseable { it.length = 262_144_000 }
return true

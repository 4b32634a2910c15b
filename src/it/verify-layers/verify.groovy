List<String> runs = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert runs.size() == 4

String alone = runs[0]
assert alone.contains("[ERROR]   libraries-resolve: 'bootstrap' needs the library 'libssl.so.1.1', which provided.al2023 does not have")
assert alone.contains("[ERROR]   bootstrap-present: no entry is called 'bootstrap'")
assert alone =~ /2 archives verified in [\d.]+ s: 0 passed, 2 failed; 2 errors\n/

// one layer has the library, the other the bootstrap
assert runs[1] =~ /2 archives verified in [\d.]+ s: 2 passed, 0 failed\n/
assert !runs[1].contains('libraries-resolve')

// nobody knows what the layer holds: told where it matters, no error
assert runs[2] =~ /2 archives verified in [\d.]+ s: 2 passed, 0 failed\n/
assert runs[2].contains("[INFO] Note on function 'script' (dist/script.zip): bootstrap-present: no entry is called 'bootstrap'")

assert runs[3].contains("[ERROR]   archive-readable: its layer 'none.zip' is a path where nothing is")
return true

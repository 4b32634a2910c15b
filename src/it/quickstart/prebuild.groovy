// somebody may have run the example in place
new File(basedir, 'target').deleteDir()
return true

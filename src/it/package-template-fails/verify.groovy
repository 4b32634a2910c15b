String log = new File(basedir, 'build.log').text
String folder = basedir.canonicalPath
assert log.contains('[ERROR] 4 problems in ')
[
    "its copy would replace that of '${folder}/stacks/template.yaml' (${folder}/template.yaml)",
    'fix: give the templates names of their own      docs/templates.md#copies',
    "its copy would replace 'verify.json', which the goals of this plugin write (${folder}/stacks/verify.json)",
    'fix: give the template another name      docs/templates.md#copies',
    "no template has a function 'Import' (pom.xml <templateFunctions>)",
    'fix: choose one of Orders      docs/templates.md#copies',
    "no archive is called 'ordres' (pom.xml <templateFunctions>)",
    'fix: choose one of orders      docs/templates.md#copies',
].each { assert log.contains(it) : it }
// the archive is there, no copy is
assert new File(basedir, 'target/lambda/orders.zip').exists()
assert !new File(basedir, 'target/lambda/template.yaml').exists()
assert !new File(basedir, 'target/lambda/verify.json').exists()
return true

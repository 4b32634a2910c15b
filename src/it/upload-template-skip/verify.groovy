List<String> builds = new File(basedir, 'build.log').text.split('BUILD SUCCESS') as List
assert builds.size() == 4
assert builds[0].contains('[INFO] Skipping package: lambda.package.skip is set')
assert builds[0].contains('[INFO] Skipping upload: lambda.upload.skip is set')
assert builds[1].contains('[INFO] Skipping package: lambda.skip is set')
assert builds[1].contains('[INFO] Skipping upload: lambda.skip is set')
assert !builds[0].contains('Template ') && !builds[1].contains('Template ')
// package alone writes the copy, and upload leaves it
assert builds[2].contains('[INFO] Skipping upload: lambda.upload.skip is set')
assert builds[2].count('[INFO] Template template.yaml -> target/lambda/template.yaml: code of Orders') == 1
assert new File(basedir, 'target/lambda/template.yaml').text ==
    new File(basedir, 'template.yaml').text.replace('target/lambda/orders.zip', 'orders.zip')
assert !new File(basedir, 'requests.log').exists()
assert !new File(basedir, 'target/lambda/deployment.json').exists()
return true

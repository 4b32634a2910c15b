String log = new File(basedir, 'build.log').text
String sent = "S3 denies s3:PutObject in bucket '"
assert log.count(sent) == 2 // its line, and Maven's summary
assert log =~ /\[ERROR\] 1 problem in 'upload-fails':\n\[ERROR\]   S3 denies s3:PutObject in bucket '[^']+' \((audit, orders); request id 4442587FB7D0A2F9\); it says: Access Denied\n/
assert log.contains('fix: allow s3:PutObject to these credentials, in their policy and in that of the bucket' +
    '      docs/upload.md#permissions')
assert log.contains('[INFO] Uploaded thumbs -> ')
assert log =~ /1 archive uploaded, 0 unchanged, 2 failed \(/

assert log.contains('no bucket is named, so nothing could be uploaded (<s3><bucket> or lambda.s3.bucket)')
assert log.contains('fix: name it; lambda.upload.skip=true is the way to bind this goal and not to upload')

assert log.contains("'GLACIER' is no storageClass (<s3><storageClass> or lambda.s3.storageClass)")
assert log.contains("'me' is no expectedBucketOwner (<s3><expectedBucketOwner> or lambda.s3.expectedBucketOwner)")
assert log.contains("the key pattern '{hash}' has unknown placeholders: hash (<s3><key> or lambda.s3.key)")
assert log.contains("4 problems in 'upload-fails':")

// a failed run leaves no manifest, not even that of the run before
assert !new File(basedir, 'target/lambda/deployment.json').exists()
return true

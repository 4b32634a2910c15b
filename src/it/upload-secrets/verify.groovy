String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] Uploaded orders -> ')
assert log.contains('[DEBUG]')
['it-secret-', 'it-token-', 'AKIAITTESTKEY', 'AWS4-HMAC-SHA256', 'Signature=', 'SignedHeaders='].each { secret ->
    assert !log.contains(secret)
}
return true

import io.github.lambdabootstrap.elf.ElfFixture
import io.github.lambdabootstrap.s3.S3ForBuilds

new File(basedir, 'orders.elf').bytes = ElfFixture.x86_64().staticExecutable().runtimeClient().bytes()
new File(basedir, 'credentials').text = '''[shop]
aws_access_key_id = AKIAITTESTKEY0000002
aws_secret_access_key = it-secret-Rp4mT6vC9xZ2bN5k
aws_session_token = it-token-Hs8fD3gJ7kL1qW5e
'''
new File(basedir, 'config').text = ''
S3ForBuilds.start(basedir)
return true

import { readFileSync } from "node:fs";
import { App, Stack } from "aws-cdk-lib";
import { Architecture, Code, Function, Runtime } from "aws-cdk-lib/aws-lambda";
import { Bucket } from "aws-cdk-lib/aws-s3";

const manifest = JSON.parse(readFileSync("target/lambda/deployment.json", "utf8"));
const stack = new Stack(new App(), "Shop");

for (const archive of manifest.archives) {
  const bucket = Bucket.fromBucketName(stack, `${archive.name}-bucket`, archive.bucket);
  new Function(stack, archive.name, {
    functionName: archive.name,
    runtime: new Runtime(archive.runtime),
    architecture: archive.architecture === "arm64" ? Architecture.ARM_64 : Architecture.X86_64,
    handler: archive.handler,
    code: Code.fromBucketV2(bucket, archive.key, { objectVersion: archive.versionId ?? undefined }),
  });
}

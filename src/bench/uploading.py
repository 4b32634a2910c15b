"""Uploads: an S3 server behind a network of some length, and those who send archives to it."""

import json
import multiprocessing
import os
import random
import shutil
import subprocess
import urllib.request
from pathlib import Path

import fixtures
from fixtures import Entry
from measuring import CommandFailed, run

ACCOUNT, SECRET, REGION = "111122223333", "bench-secret", "us-east-1"

# a function that waits for curl: the weight of an archive is in its data
SCRIPT = b"""#!/bin/sh
set -eu
while :; do
  id=$(curl -sS -D - -o /tmp/event "http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation/next" |
    sed -n 's/^Lambda-Runtime-Aws-Request-Id: *\\([^\\r]*\\).*/\\1/ip')
  curl -sS -d ok "http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation/$id/response"
done
"""


class Network:
    """A real S3 server, and a proxy before it that stands for the way to it and counts."""

    def __init__(self, clone, work, round_trip_millis=30):
        self.tools = clone / "target" / "truth" / "tools"
        self.objects = work / "upload-objects"
        shutil.rmtree(self.objects, ignore_errors=True)
        self.objects.mkdir(parents=True)
        self.config = work / "upload-aws-config"
        self.config.write_text("")
        self.processes = []
        self.buckets = 0
        proxy = work / "delay"
        run(["go", "build", "-o", proxy, clone / "src" / "bench" / "delay" / "main.go"], env={"GO111MODULE": "off"})
        self.server = self._server(work / "upload-server.log")
        self.front, self.control = self._start(
            [proxy, f"-target={self.server}", f"-way={round_trip_millis / 2}ms"]).stdout.readline().split()

    def tool(self, name):
        program = self.tools / name
        if not program.exists():
            raise CommandFailed(f"missing {program}: run src/test/s3/setup and src/test/truth/setup")
        return program

    def _server(self, log):
        address = f"127.0.0.1:{free_port()}"
        with open(log, "wb") as out:
            self._start(
                [self.tool("versitygw"), f"--port={address}", f"--access={ACCOUNT}", f"--secret={SECRET}",
                 "--keep-alive", "--quiet", "posix", self.objects], stdout=out, stderr=out)
        wait_for(address)
        return address

    def _start(self, command, stdout=subprocess.PIPE, stderr=None):
        process = subprocess.Popen(list(map(str, command)), stdout=stdout, stderr=stderr, text=True)
        self.processes.append(process)
        return process

    @property
    def endpoint(self):
        return f"http://{self.front}"

    def environment(self):
        return {
            "AWS_ACCESS_KEY_ID": ACCOUNT, "AWS_SECRET_ACCESS_KEY": SECRET, "AWS_DEFAULT_REGION": REGION,
            "AWS_REGION": REGION, "AWS_ENDPOINT_URL_S3": self.endpoint, "AWS_CONFIG_FILE": str(self.config),
            "AWS_SHARED_CREDENTIALS_FILE": str(self.config), "AWS_EC2_METADATA_DISABLED": "true",
            "SAM_CLI_TELEMETRY": "0"}

    def bucket(self):
        """A new one, empty, which the server takes any folder for."""
        self.buckets += 1
        name = f"bench-{self.buckets}"
        (self.objects / name).mkdir()
        return name

    def remove(self, bucket):
        shutil.rmtree(self.objects / bucket)

    def counts(self):
        """Of the requests since they were asked for last."""
        with urllib.request.urlopen(f"http://{self.control}") as answer:
            return json.load(answer)

    def close(self):
        for process in self.processes:
            process.kill()
            process.wait()
        shutil.rmtree(self.objects, ignore_errors=True)


def free_port():
    import socket
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(address):
    import socket
    import time
    host, port = address.split(":")
    for _ in range(1200):
        try:
            socket.create_connection((host, int(port))).close()
            return
        except OSError:
            time.sleep(0.05)
    raise CommandFailed(f"nobody listens at {address}")


def archives(folder, count, size, changed=0):
    """Distinct archives of about that many bytes, and beside them a folder in which some have changed."""
    first, second = folder / "first", folder / "second"
    if not second.exists():
        # apart: the memory of large archives would count for each contender that this process starts
        maker = multiprocessing.Process(target=make, args=(folder, first, second, count, size, changed))
        maker.start()
        maker.join()
    return first, second


def make(folder, first, second, count, size, changed):
    shutil.rmtree(folder, ignore_errors=True)
    first.mkdir(parents=True)
    building = folder / "building"
    building.mkdir()
    for number in range(count):
        file = first / f"function{number:03}.zip"
        write(file, number, size)
        os.utime(file, (1_700_000_000, 1_700_000_000))
        if number < changed:
            write(building / file.name, count + number, size)
        else:
            os.link(file, building / file.name)
    building.rename(second)


def touch(folder, changed):
    """Gives the changed archives a time that is later than any upload, for who compares times."""
    for number in range(changed):
        os.utime(folder / f"function{number:03}.zip")


def write(file, seed, size):
    data = random.Random(seed).randbytes(size)
    script = Entry(b"bootstrap", SCRIPT, 0o100755)
    stored = Entry(b"data", data, 0o100644)
    file.write_bytes(fixtures.archive([script.ending_with(b""), stored.ending_with(b"")]))


def sam_template(folder):
    """A template beside the archives that names each as the code of a function."""
    template = folder / "template.yaml"
    functions = "".join(
        f"  F{number}:\n    Type: AWS::Serverless::Function\n    Properties:\n      Handler: bootstrap\n"
        f"      Runtime: provided.al2023\n      CodeUri: {file.name}\n"
        for number, file in enumerate(sorted(folder.glob("*.zip"))))
    template.write_text(f"AWSTemplateFormatVersion: '2010-09-09'\nTransform: AWS::Serverless-2016-10-31\nResources:\n{functions}")
    return template


class Contenders:
    """Each sends a folder of archives to a bucket."""

    def __init__(self, network, maven, work):
        self.network, self.maven = network, maven
        self.empty = work / "no-project"
        self.empty.mkdir(exist_ok=True)
        self.report = work / "upload-report"
        self.out = work / "upload-sam.yaml"

    def goal(self, folder, bucket, *more, warm=False):
        call = self.maven.warm_up if warm else self.maven.goals
        return call(
            self.empty, f"{self.maven.plugin}:upload", f"-Dlambda.archives={folder}", f"-Dlambda.s3.bucket={bucket}",
            f"-Dlambda.s3.endpoint={self.network.endpoint}", "-Dlambda.s3.pathStyle=true",
            f"-Dlambda.s3.region={REGION}", f"-Dlambda.reportDirectory={self.report}", *more,
            env=self.network.environment())

    def _aws(self, *arguments):
        return run([self.network.tool("s3/bin/aws"), "--endpoint-url", self.network.endpoint, "s3", *arguments,
                    "--only-show-errors"], env=self.network.environment())

    def cp(self, folder, bucket):
        return self._aws("cp", "--recursive", folder, f"s3://{bucket}/lambda/", "--exclude", "*.yaml")

    def sync(self, folder, bucket):
        return self._aws("sync", folder, f"s3://{bucket}/lambda/", "--exclude", "*.yaml")

    def sam(self, folder, bucket):
        return run(
            [self.network.tool("sam/bin/sam"), "package", "--template-file", Path(folder) / "template.yaml",
             "--s3-bucket", bucket, "--s3-prefix", "lambda", "--output-template-file", self.out, "--no-progressbar"],
            env=self.network.environment())

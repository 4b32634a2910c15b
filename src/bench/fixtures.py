"""Makes what the benchmarks work on, by code: Go modules, executables of real size, archives."""

import itertools
import json
import os
import struct
import subprocess
import zlib
from pathlib import Path

from measuring import run

LAMBDA_GO = "v1.55.1"
BUILD_LAMBDA_ZIP = f"github.com/aws/aws-lambda-go/cmd/build-lambda-zip@{LAMBDA_GO}"

# what the `build` goal does by default, so that a bare call does the same work
TARGET = {"CGO_ENABLED": "0", "GOOS": "linux", "GOARCH": "amd64"}
FLAGS = ["-trimpath", "-buildvcs=false", "-tags", "lambda.norpc", "-ldflags", "-s -w"]

# real programs, small and large: ten of the Go toolchain, ten of modules at fixed versions
# more of them, small ones, for archives of many
SMALL_TOOLCHAIN = (
    "addr2line", "buildid", "covdata", "dist", "distpack", "fix", "gofmt", "nm", "pack", "preprofile", "test2json")
SMALL_PROGRAM = "honnef.co/go/tools/cmd/structlayout@v0.8.2"
TOOLCHAIN = ("asm", "cgo", "compile", "cover", "go", "link", "objdump", "pprof", "trace", "vet")
PROGRAMS = (
    f"github.com/aws/aws-lambda-go/cmd/build-lambda-zip@{LAMBDA_GO}",
    "github.com/caddyserver/caddy/v2/cmd/caddy@v2.11.9",
    "github.com/evanw/esbuild/cmd/esbuild@v0.28.2",
    "github.com/go-delve/delve/cmd/dlv@v1.27.2",
    "github.com/mccutchen/go-httpbin/v2/cmd/go-httpbin@v2.26.0",
    "github.com/nats-io/nats-server/v2@v2.15.2",
    "github.com/open-policy-agent/opa@v1.22.2",
    "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12",
    "github.com/traefik/yaegi/cmd/yaegi@v0.16.1",
    "honnef.co/go/tools/cmd/staticcheck@v0.8.2",
)

FUNCTION = """package main

import (
	"context"
	"io"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	answer, err := http.Get("https://example.com/%s" + event.Path)
	if err != nil {
		return events.APIGatewayProxyResponse{}, err
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	return events.APIGatewayProxyResponse{StatusCode: answer.StatusCode, Body: string(body)}, err
}

func main() { lambda.Start(handle) }
"""


def go_module(directory, count, folder):
    """A Go module of functions that serve API Gateway and call out over HTTPS.

    The folder is a pattern of the function's name, such as `cmd/{}` or `functions/{}/main`. Returns the packages.
    """
    packages = []
    for number in range(count):
        name = f"function{number:03}"
        package = folder.format(name)
        packages.append(f"./{package}")
        (directory / package).mkdir(parents=True, exist_ok=True)
        write(directory / package / "main.go", FUNCTION % name)
    write(directory / "go.mod", f"module bench\n\ngo 1.24\n\nrequire github.com/aws/aws-lambda-go {LAMBDA_GO}\n")
    run(["go", "mod", "tidy", "-e"], cwd=directory)
    return packages


def write(file, text):
    """Leaves an equal file alone, so that a second benchmark finds Go's cache warm."""
    if not file.exists() or file.read_text() != text:
        file.write_text(text)


def bundled(directory, count, most_bytes):
    """That many real executables in `bin`, together as near to the limit as can be. Returns the folder around it."""
    programs = directory / "programs"
    built = _programs(programs) + [_toolchain_program(programs, name) for name in SMALL_TOOLCHAIN]
    built.append(_installed_program(programs, SMALL_PROGRAM))
    sizes = {program: program.stat().st_size for program in built}
    choices = itertools.combinations(built, len(built) - count)
    left_out = min(
        (choice for choice in choices if sum(sizes.values()) - sum(map(sizes.get, choice)) < most_bytes),
        key=lambda choice: sum(map(sizes.get, choice)))
    folder = directory / f"bundle-{count}" / "bin"
    folder.mkdir(parents=True, exist_ok=True)
    for program in set(built) - set(left_out):
        if not (folder / program.name).exists():
            os.link(program, folder / program.name)
    return folder.parent


def executables(directory, limit):
    """Real executables, each alone in a folder of its own name and called `bootstrap`. Returns the folders."""
    built = _programs(directory / "programs")
    folders = []
    for program in built[-limit:]:
        folder = directory / "executables" / program.name
        folder.mkdir(parents=True, exist_ok=True)
        bootstrap = folder / "bootstrap"
        if not bootstrap.exists():
            os.link(program, bootstrap)
        folders.append(folder)
    return folders


def _programs(directory):
    built = [_toolchain_program(directory, name) for name in TOOLCHAIN]
    return built + [_installed_program(directory, package) for package in PROGRAMS]


def build_lambda_zip(directory):
    """AWS's own zip writer for Go functions."""
    return _installed_program(directory / "programs", BUILD_LAMBDA_ZIP)


def _toolchain_program(programs, name):
    program = programs / name
    if not program.exists():
        programs.mkdir(parents=True, exist_ok=True)
        run(["go", "build", *FLAGS, "-o", program, f"cmd/{name}"], cwd=programs, env={**TARGET, "GOWORK": "off"})
    return program


def _installed_program(programs, package):
    path, _, _ = package.partition("@")
    parts = path.split("/")
    # a major version's suffix names no program
    program = programs / (parts[-2] if parts[-1][:1] == "v" and parts[-1][1:].isdigit() else parts[-1])
    if not program.exists():
        run(["go", "install", *FLAGS, package], env={"CGO_ENABLED": "0", "GOBIN": str(programs)})
    return program


def archives(directory, bootstrap, count, unzipped):
    """Archives that differ from each other in the last bytes of `bootstrap`, all of the given unzipped size.

    A function of real size, and beside it text up to the size. The DEFLATE stream of what is equal is made once; a
    stored block with the archive's number ends it, so no two archives, executables or checksums are equal.
    """
    directory.mkdir(parents=True, exist_ok=True)
    serial_bytes = 8
    executable = Entry(b"bootstrap", bootstrap.read_bytes(), 0o100755)
    text = Entry(b"messages.txt", go_sources(unzipped - len(executable.content) - serial_bytes), 0o100644)
    for number in range(count):
        file = directory / f"function{number:04}.zip"
        if not file.exists():
            file.write_bytes(archive([executable.ending_with(struct.pack(">Q", number)), text.ending_with(b"")]))
    return sorted(directory.glob("*.zip"))


def go_sources(size):
    """Text of real entropy: Go's own standard library."""
    root = Path(subprocess.check_output(["go", "env", "GOROOT"], text=True).strip()) / "src"
    text = bytearray()
    for source in sorted(root.glob("*/*.go")):
        text += source.read_bytes()
        if len(text) >= size:
            return bytes(text[:size])
    raise ValueError(f"Go's standard library has only {len(text)} of {size} bytes")


class Entry:
    """The part of a zip entry that many archives share: its contents, deflated up to a byte boundary."""

    def __init__(self, name, content, mode):
        self.name, self.content, self.mode = name, content, mode
        deflater = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
        self.deflated = deflater.compress(content) + deflater.flush(zlib.Z_FULL_FLUSH)
        self.crc = zlib.crc32(content)

    def ending_with(self, tail):
        """Name, mode, CRC-32, DEFLATE stream and size with a tail, which is the stream's last, stored block."""
        last = struct.pack("<BHH", 1, len(tail), len(tail) ^ 0xFFFF) + tail
        return self.name, self.mode, zlib.crc32(tail, self.crc), self.deflated + last, len(self.content) + len(tail)


def archive(entries):
    """The bytes of a zip as the `package` goal writes it: Unix modes, no extra fields, no data descriptors."""
    body, directory = bytearray(), bytearray()
    for name, mode, crc, data, size in entries:
        # version 2.0, UTF-8 names, DEFLATE, 1980-02-01 00:00
        common = struct.pack("<HHHHHLLLHH", 20, 0x800, 8, 0, 0x41, crc, len(data), size, len(name), 0)
        directory += struct.pack("<4sH", b"PK\x01\x02", 3 << 8 | 20) + common
        directory += struct.pack("<HHHLL", 0, 0, 0, mode << 16, len(body)) + name
        body += b"PK\x03\x04" + common + name + data
    end = struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, len(entries), len(entries), len(directory), len(body), 0)
    return bytes(body + directory + end)


def template(file, size):
    """A CloudFormation template of about that many bytes, as a generator would write it: each function with its role."""
    file.parent.mkdir(parents=True, exist_ok=True)
    resources, written = {}, 0
    for number in itertools.count():
        if written >= size:
            break
        name = f"Function{number:05}"
        parts = {
            f"{name}Role": {"Type": "AWS::IAM::Role", "Properties": {
                "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{
                    "Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}}},
            name: {"Type": "AWS::Lambda::Function", "Properties": {
                "Runtime": "go1.x", "Handler": f"main{number}", "MemorySize": 256, "Timeout": 30,
                "Code": {"S3Bucket": "artifacts", "S3Key": f"functions/{number:05}.zip"},
                "Role": {"Fn::GetAtt": [f"{name}Role", "Arn"]},
                "Environment": {"Variables": {"TABLE": {"Ref": "Table"}, "STAGE": {"Fn::Sub": "${AWS::StackName}"}}}}},
        }
        resources |= parts
        written += len(json.dumps(parts, indent=1))
    document = {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {
        "Table": {"Type": "AWS::DynamoDB::Table", "Properties": {}}, **resources}}
    file.write_text(json.dumps(document, indent=1))
    return file

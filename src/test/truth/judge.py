#!/usr/bin/env python3
"""Says what AWS Lambda would say for an archive: unpacks it with Lambda's modes, looks `bootstrap` up and starts it.

Shares no code with the plugin, so that the two can disagree. Needs root (mount and network namespaces of its own) and
an x86_64 Linux with glibc. Everything happens in a child with a private mount tree: nothing is left behind, and what
is started reaches no network. Prints one JSON object: {"outcome": ..., "message": ...} with one of these outcomes:

  refused      the service would refuse the archive, or could not unzip it
  not-found    no bootstrap in the archive or the layers
  exec-failed  the kernel refused to start it
  loader       the dynamic loader ended it
  signal       it crashed
  exit         it left by itself (a script whose program is missing does, but a program without its settings, too)
  asked        it asked for work: it runs on Lambda
  silent       it ran until the time limit and never asked for work
"""
import argparse
import ctypes
import fcntl
import http.client
import http.server
import json
import os
import re
import shutil
import signal
import socket
import stat
import struct
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
import zlib

TASK_ROOT = "/var/task"
LAYER_ROOT = "/opt"
RUNTIME_ROOT = "/var/runtime"
# Lambda's sandbox user: aws-lambda-runtime-interface-emulator, internal/lambda-managed-instances/supervisor
UID, GID = 993, 990
UNZIPPED_LIMIT = 262144000
# seconds for the emulator itself, however busy the machine is: an archive is not to be blamed for it
EMULATOR_PATIENCE = 120
# on a busy machine it panics at times: a program that is gone before it has noted the start is unknown to it
EMULATORS = 10
GLIBC = {"provided.al2": (2, 26), "provided.al2023": (2, 34)}
CLONE_NEWNS, CLONE_NEWPID, CLONE_NEWNET = 0x00020000, 0x20000000, 0x40000000
MS_REC, MS_PRIVATE, MS_BIND = 0x4000, 0x40000, 0x1000
UNIX, DARWIN = 3, 19
LOADER_COMPLAINT = re.compile(
    r"error while loading shared libraries|version `\S+' not found|symbol lookup error|CPU ISA level|loader cannot load")


class Refused(Exception):
    """Raised when the service would not take the archive, with its own words."""


def libc():
    return ctypes.CDLL(None, use_errno=True)


def call(function, *args):
    if function(*args) != 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{function.__name__}: {os.strerror(code)}")


def mount(source, target, kind=None, flags=0, options=None):
    def text(value):
        return None if value is None else os.fsencode(value)
    call(libc().mount, text(source), text(target), text(kind), flags, text(options))


def enter_private_world():
    """Goes on in a child with its own mounts and a network that holds only loopback; whatever it starts ends with it."""
    call(libc().unshare, CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWPID)
    child = os.fork()
    if child:
        os._exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) and 1)
    mount("none", "/", None, MS_REC | MS_PRIVATE)
    mount("proc", "/proc", "proc")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, 0x8914, struct.pack("16sh14x", b"lo", 0x1 | 0x40))  # SIOCSIFFLAGS, IFF_UP|IFF_RUNNING
    # /usr/local, /home and /nix are where a developer's machine keeps what Lambda does not have
    for place in ["/var", LAYER_ROOT, "/usr/local", "/home", "/nix"]:
        if os.path.isdir(place):
            mount("tmpfs", place, "tmpfs", 0, "mode=755")
    for place in [TASK_ROOT, RUNTIME_ROOT]:
        os.mkdir(place)


# --- unpacking ------------------------------------------------------------------------------------------------------

def file_type_and_mode(entry):
    """What Lambda makes of host byte and external attributes; another host's files get the default 0666."""
    unix = entry.external_attr >> 16
    is_directory = entry.orig_filename.endswith("/")
    if entry.create_system not in (UNIX, DARWIN):
        return (stat.S_IFDIR, 0o777) if is_directory else (stat.S_IFREG, 0o666)
    if is_directory:
        return stat.S_IFDIR, stat.S_IMODE(unix)
    return (stat.S_IFLNK if stat.S_ISLNK(unix) else stat.S_IFREG), stat.S_IMODE(unix)


def inside(root, name):
    """The path of an entry below the root, or None when it would be written elsewhere."""
    path = os.path.normpath(os.path.join(root, name.lstrip("/")))
    if "\0" in name or os.path.commonpath([root, path]) != root:
        return None
    parent = os.path.realpath(os.path.dirname(path))
    return path if os.path.commonpath([root, parent]) == root else None


def write_entry(archive, entry, path):
    kind, mode = file_type_and_mode(entry)
    if kind == stat.S_IFDIR:
        os.makedirs(path, exist_ok=True)
        return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if os.path.lexists(path):
        os.unlink(path)
    if kind == stat.S_IFLNK:
        os.symlink(archive.read(entry), os.fsencode(path))
        return
    with archive.open(entry) as source, open(path, "wb") as target:
        shutil.copyfileobj(source, target)
        if target.tell() != entry.file_size:
            raise zipfile.BadZipFile("Bad size for file %r" % entry.orig_filename)
    os.chmod(path, mode)


def unpack(file, root):
    """Unpacks and returns the sum of the sizes."""
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, IsADirectoryError, NotImplementedError) as error:
        raise Refused(f"Could not unzip uploaded file. Please check your file, then try to upload again. ({error})")
    entries = archive.infolist()
    if not any(not entry.is_dir() for entry in entries):
        raise Refused("Uploaded file must be a non-empty zip")
    for entry in entries:
        path = inside(root, entry.orig_filename)
        try:
            if path is not None:
                write_entry(archive, entry, path)
        except (NotADirectoryError, FileExistsError, IsADirectoryError):
            continue  # a name that is file and directory at once: the first one stays
        except (zipfile.BadZipFile, RuntimeError, EOFError, OSError, zlib.error) as error:
            raise Refused(f"Lambda was not able to unzip the file ({error})")
    for entry in entries:  # last, since a directory may forbid to be written to
        path = inside(root, entry.orig_filename)
        if path is not None and entry.is_dir() and os.path.isdir(path):
            os.chmod(path, file_type_and_mode(entry)[1])
    return sum(entry.file_size for entry in entries)


# --- the loader's view ----------------------------------------------------------------------------------------------

def version_of(name):
    if name == b"GLIBC_ABI_DT_RELR":
        return 2, 36  # a marker that came with that release
    match = re.fullmatch(rb"GLIBC_(\d+)\.(\d+)(?:\.\d+)?", name)
    return (int(match[1]), int(match[2])) if match else None


def libc_until(limit):
    """The host's C library as bytes whose version definitions end at the limit: every later one loses its hash."""
    with open("/proc/self/maps", encoding="ascii") as maps:
        path = next(line.split()[-1] for line in maps if re.search(r"/libc(\.so\.6|-[\d.]+\.so)$", line.rstrip()))
    with open(path, "rb") as file:
        image = bytearray(file.read())
    tables = struct.unpack_from("<Q", image, 0x28)[0], *struct.unpack_from("<HH", image, 0x3A)
    sections = [struct.unpack_from("<IIQQQQIIQQ", image, tables[0] + i * tables[1]) for i in range(tables[2])]
    definitions = next(section for section in sections if section[1] == 0x6FFFFFFD)  # SHT_GNU_verdef
    names = sections[definitions[6]][4]
    at = definitions[4]
    while True:
        _, _, _, _, _, auxiliary, following = struct.unpack_from("<HHHHIII", image, at)
        name = names + struct.unpack_from("<I", image, at + auxiliary)[0]
        version = version_of(bytes(image[name:image.index(0, name)]))
        if version is not None and version > limit:
            struct.pack_into("<I", image, at + 8, 0)
        if following == 0:
            return path, bytes(image)
        at += following


def age_libc(runtime):
    path, image = libc_until(GLIBC[runtime])
    aged = os.path.join("/var", "libc.so.6")
    with open(aged, "wb") as file:
        file.write(image)
    os.chmod(aged, 0o755)
    mount(aged, path, None, MS_BIND)
    return path


def blames_this_machine(message):
    """Whether libraries of this machine, which are younger than Lambda's, are all that the loader complains of."""
    requirers = re.findall(r"not found \(required by (.*?)\)", message)
    return bool(requirers) and not any(path.startswith((TASK_ROOT, LAYER_ROOT)) for path in requirers)


# --- starting -------------------------------------------------------------------------------------------------------

def lookup():
    """The first candidate that exists and is no directory; neither its mode nor its format counts."""
    for root in (TASK_ROOT, LAYER_ROOT):
        candidate = os.path.join(root, "bootstrap")
        try:
            if not stat.S_ISDIR(os.stat(candidate).st_mode):
                return candidate
        except OSError:
            continue
    return None


def environment(api, handler):
    return {
        "_HANDLER": handler,
        "LAMBDA_TASK_ROOT": TASK_ROOT,
        "LAMBDA_RUNTIME_DIR": RUNTIME_ROOT,
        "AWS_LAMBDA_RUNTIME_API": api,
        "AWS_LAMBDA_FUNCTION_NAME": "judged",
        "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "128",
        "AWS_LAMBDA_LOG_GROUP_NAME": "/aws/lambda/judged",
        "AWS_LAMBDA_LOG_STREAM_NAME": "judged",
        "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
        "AWS_REGION": "eu-west-1",
        "AWS_DEFAULT_REGION": "eu-west-1",
        "TZ": ":UTC",
        "LANG": "en_US.UTF-8",
        "PATH": "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin",
        "LD_LIBRARY_PATH": "/var/lang/lib:/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:/var/task:/var/task/lib:/opt/lib",
    }


class RuntimeApi:
    """Notes whether anyone asked for work."""

    def __init__(self):
        asked = self.asked = threading.Event()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                if self.path == "/2018-06-01/runtime/invocation/next":
                    asked.set()

            def log_message(self, *args):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = "127.0.0.1:%d" % self.server.server_address[1]


def spawn(argv, env, output):
    return subprocess.Popen(argv, cwd=TASK_ROOT, env=env, user=UID, group=GID, extra_groups=[],
                            start_new_session=True, stdin=subprocess.DEVNULL, stdout=output, stderr=output)


def end(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def said(output):
    output.seek(0)
    return output.read().decode("utf-8", "replace").strip()


def run(bootstrap, options):
    api = RuntimeApi()
    with tempfile.TemporaryFile() as output:
        try:
            process = spawn([bootstrap], environment(api.address, options.handler), output)
        except OSError as error:
            return "exec-failed", f"fork/exec {bootstrap}: {os.strerror(error.errno).lower()}"
        deadline = time.monotonic() + options.limit
        try:
            while time.monotonic() < deadline and process.poll() is None and not api.asked.wait(0.01):
                pass
        finally:
            status = process.poll()
            end(process)
        if api.asked.is_set():
            return "asked", ""
        return how_it_ended(status, said(output))


def how_it_ended(status, text):
    if status is None:
        return "silent", text
    if status < 0:
        return "signal", f"signal: {signal.strsignal(-status).lower()}"
    if LOADER_COMPLAINT.search(text):
        return "loader", text
    return "exit", f"exit status {status}: {text}"


# --- the other judge ------------------------------------------------------------------------------------------------

def emulate(options):
    """Asks AWS's Runtime Interface Emulator; it looks bootstrap up and starts it by itself."""
    here = shutil.copy(options.emulator, "/var/aws-lambda-rie")
    os.chmod(here, 0o755)
    for _ in range(EMULATORS - 1):
        try:
            return emulate_once(here, options)
        except http.client.RemoteDisconnected:
            pass
    return emulate_once(here, options)


def emulate_once(emulator, options):
    env = environment("", options.handler) | {"AWS_LAMBDA_FUNCTION_TIMEOUT": str(options.limit),
                                              "AWS_ACCESS_KEY_ID": "none", "AWS_SECRET_ACCESS_KEY": "none"}
    del env["AWS_LAMBDA_RUNTIME_API"]
    with tempfile.TemporaryFile() as output:
        process = spawn([emulator, "--log-level", "debug"], env, output)
        try:
            answer = invoke(options.limit + EMULATOR_PATIENCE)
        finally:
            end(process)
        return emulators_verdict(answer, said(output))


def wait_for(port, deadline):
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except ConnectionRefusedError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def invoke(limit):
    deadline = time.monotonic() + limit
    # it takes invocations on 8080 at times before its Runtime API listens: the program would find nobody to ask
    for port in 9001, 8080:
        wait_for(port, deadline)
    connection = http.client.HTTPConnection("127.0.0.1", 8080, timeout=limit)
    try:
        connection.request("POST", "/2015-03-31/functions/function/invocations", "{}")
        return connection.getresponse().read().decode("utf-8", "replace")
    finally:
        connection.close()


def emulators_verdict(answer, log):
    failures = re.findall(r"\(rapid\) (?:Init|Invoke) failed (?:InvokeID=\S* )?error=(.*?)(?: InvokeID=\S*)?$", log, re.M)
    if "Task timed out" in answer:
        return "silent", answer
    if answer or not failures:
        return "asked", answer  # what it does after its answer is of no account
    message = failures[-1]
    if message.startswith("fork/exec"):
        return "exec-failed", message
    if "signal:" in message:
        return "signal", message
    complaints = [line for line in log.splitlines() if LOADER_COMPLAINT.search(line)]
    return ("loader", "\n".join(complaints)) if complaints else ("exit", f"{message}\n{log}")


# --- the case -------------------------------------------------------------------------------------------------------

def may_stat(path):
    return subprocess.run(["/usr/bin/stat", "-L", path], user=UID, group=GID, extra_groups=[],
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def judge(options):
    try:
        unzipped = unpack(options.archive, TASK_ROOT) + sum(unpack(layer, LAYER_ROOT) for layer in options.layer)
        if unzipped >= UNZIPPED_LIMIT:
            raise Refused("Unzipped size must be smaller than 262144000 bytes")
    except Refused as refused:
        return "refused", str(refused)
    bootstrap = lookup()
    if bootstrap is None:
        # the emulator has other words for this, and panics where stat fails for another reason than absence
        return "not-found", "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]"
    with open(bootstrap, "rb") as file:
        is_elf = file.read(4) == b"\x7fELF"
    # scripts start the host's shell, which may itself be newer than Lambda's C library
    aged = age_libc(options.runtime) if is_elf else None
    outcome, message = start(bootstrap, options)
    if aged is not None and outcome == "loader" and blames_this_machine(message):
        call(libc().umount2, os.fsencode(aged), 2)  # MNT_DETACH
        return start(bootstrap, options)
    return outcome, message


def start(bootstrap, options):
    # the emulator panics where its user may not even stat; the real lookup is not Lambda's user's
    if options.emulator is not None and may_stat(bootstrap):
        return emulate(options)
    return run(bootstrap, options)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runtime", choices=sorted(GLIBC), default="provided.al2023")
    parser.add_argument("--layer", action="append", default=[], help="a layer's zip, in order")
    parser.add_argument("--handler", default="bootstrap", help="the function's Handler")
    parser.add_argument("--emulator", help="judge by this aws-lambda-rie instead")
    parser.add_argument("--limit", type=int, default=3, help="seconds to wait for the request for work")
    parser.add_argument("archive")
    options = parser.parse_args()
    # opened before the tree changes: an archive may lie below a directory that is covered
    options.archive = open(options.archive, "rb")
    options.layer = [open(layer, "rb") for layer in options.layer]
    enter_private_world()
    outcome, message = judge(options)
    json.dump({"outcome": outcome, "message": message}, sys.stdout)
    print()


if __name__ == "__main__":
    main()

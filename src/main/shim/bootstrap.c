/*
 * Starts the executable of a multi-binary archive that Lambda's Handler, or a route in bootstrap.map, names.
 *
 * Freestanding: the kernel's ABI and nothing else, so that it adds one execve to a cold start and no loader, no libc
 * and no shell. docs/shim.md has the behaviour as a table; bootstrap.sh is the same program for people who want to
 * read it in the console, and one table of cases tests both.
 *
 * Nothing here writes a global: all state lives on the stack, and the executable has no writable segment.
 */
#include <asm/errno.h>
#include <asm/stat.h>
#include <asm/unistd.h>
#include <linux/auxvec.h>
#include <linux/fcntl.h>
#include <linux/stat.h>

#define PATH_BYTES 4096 /* PATH_MAX of the kernel, with the final NUL */
#define MAP_BYTES 65536
#define SHOWN_BYTES 200 /* of a name in a message */
#define LINE_BYTES 4096 /* more than three shown names can need */

#define MAP_NAME "bootstrap.map"
#define MAP_HEADER "lambda-bootstrap-map 1"

/* The exit codes of a shell that cannot start a command. */
enum { NOT_STARTABLE = 126, NOT_FOUND = 127 };

#ifndef SHIM_HARNESS
#include "kernel.h"
#endif

/* Not for a start by Handler, whose stack frame then fits into the page that the kernel has made for the arguments. */
#define RARE __attribute__((noinline, cold))
#define SHARED __attribute__((noinline)) /* a copy for each caller would not fit into 4 KB */

/* What is to be started, and how a message names it. */
struct request {
    const char *kind;
    const char *asked;
    const char *fix;
    const char *self; /* the path by which the kernel has started this shim */
    const char *root;
    unsigned long root_length; /* without its final slashes */
    int by_route;
    const char *target; /* the first matching route's, or 0 */
    int wrapper;        /* whether the map says that AWS_LAMBDA_EXEC_WRAPPER counts */
};

static SHARED unsigned long length_of(const char *text) {
    unsigned long n = 0;
    while (text[n]) n++;
    return n;
}

/* What follows the prefix in the text, or 0. */
static const char *after(const char *prefix, const char *text) {
    while (*prefix) {
        if (*prefix++ != *text++) return 0;
    }
    return text;
}

static int is_same(const char *one, const char *other) {
    const char *rest = after(one, other);
    return rest && !*rest;
}

static const char *variable(char *const *environment, const char *name) {
    for (; *environment; environment++) {
        const char *rest = after(name, *environment);
        if (rest && *rest == '=') return rest + 1;
    }
    return "";
}

static char *copy(char *to, const char *text) {
    while (*text) *to++ = *text++;
    return to;
}

static SHARED char *copy_root(char *to, const struct request *request) {
    for (unsigned long i = 0; i < request->root_length; i++) *to++ = request->root[i];
    return to;
}

/* ---- messages ---- */

/*
 * Names come from outside: a newline or an escape sequence in one must not forge a log line. The end is for the task
 * root, which goes on to its final slashes in the environment.
 */
static SHARED char *copy_name(char *to, const char *name, const char *end) {
    for (int shown = 0; *name && name != end; shown++) {
        unsigned char c = (unsigned char)*name++;
        if (shown == SHOWN_BYTES) return copy(to, "...");
        if (c >= ' ' && c <= '~') {
            *to++ = (char)c;
        } else {
            to = copy(to, "\\x");
            *to++ = "0123456789abcdef"[c >> 4];
            *to++ = "0123456789abcdef"[c & 15];
        }
    }
    return to;
}

static RARE _Noreturn void refuse(const struct request *request, int code, const char *cause, const char *name) {
    char line[LINE_BYTES];
    char *end = copy(copy(copy(line, "lambda-bootstrap: cannot start "), request->kind), " '");
    end = copy_name(end, request->asked, 0);
    if (request->target) end = copy_name(copy(end, "' by route '"), request->target, 0);
    end = copy_name(copy(copy(end, "': "), cause), name, request->root + request->root_length);
    end = copy(copy(copy(end, "; "), request->fix), "\n");
    kernel_write(2, line, (unsigned long)(end - line));
    kernel_exit(code);
}

static RARE _Noreturn void refuse_map(struct request *request, const char *cause, const char *line) {
    request->kind = "from";
    request->asked = MAP_NAME;
    request->target = 0;
    request->fix = "package the bundle again";
    refuse(request, NOT_FOUND, cause, line);
}

/* ---- the map ---- */

/* '*' is any number of characters, '?' is one; goes back to the last star alone, so it needs no recursion. */
static int matches(const char *pattern, const char *text) {
    const char *star = 0, *retry = 0;
    while (*text) {
        if (*pattern == '*') {
            star = ++pattern;
            retry = text;
        } else if (*pattern == '?' || *pattern == *text) {
            pattern++;
            text++;
        } else if (star) {
            pattern = star;
            text = ++retry;
        } else {
            return 0;
        }
    }
    while (*pattern == '*') pattern++;
    return !*pattern;
}

static void read_line(struct request *request, char *line, const char *name) {
    if (is_same("wrapper", line)) {
        request->wrapper = 1;
        return;
    }
    char *match = (char *)after("route ", line), *space = match;
    while (space && *space != ' ') {
        if (!*space++) space = 0;
    }
    if (!space) refuse_map(request, "it has a line other than 'wrapper' and 'route MATCH TARGET': ", line);
    *space = 0;
    request->by_route = 1;
    if (!request->target && matches(match, name)) request->target = space + 1;
}

static void read_map(struct request *request, char *map, unsigned long length, const char *name) {
    char *line = map, *end = map + length;
    while (line < end) {
        char *next = line;
        while (next < end && *next != '\n') next++;
        *next = 0;
        if (line != map) {
            read_line(request, line, name);
        } else {
            if (!is_same(MAP_HEADER, line)) refuse_map(request, "its first line is not '" MAP_HEADER "' but ", line);
        }
        line = next + 1;
    }
}

/* The number of bytes in the map. Its file closes itself: by the exec, or by the end. */
static unsigned long load_map(struct request *request, long fd, char *map) {
    unsigned long length = 0;
    long got = fd;
    while (got >= 0 && length <= MAP_BYTES) {
        got = kernel_read(fd, map + length, MAP_BYTES + 1 - length);
        if (!got) break;
        length += (unsigned long)got;
    }
    if (got < 0) refuse_map(request, "it cannot be read", "");
    if (length > MAP_BYTES) refuse_map(request, "it is longer than 65536 bytes", "");
    return length;
}

/* ---- the target ---- */

static void check_name(const struct request *request, const char *name) {
    if (!*name) refuse(request, NOT_FOUND, "it is empty or not set", "");
    if (*name == '/') refuse(request, NOT_FOUND, "it is an absolute path", "");
    if (request->root_length + 1 + length_of(name) >= PATH_BYTES) {
        refuse(request, NOT_FOUND, "its path is longer than 4095 bytes", "");
    }
}

/*
 * Writes root and name as one normalised path. Lexical on purpose: the kernel's '..' behind a symbolic link could lead
 * out of the task root.
 */
static void resolve(const struct request *request, const char *name, char *path) {
    char *root = copy_root(path, request), *end = root;
    while (*name) {
        char *segment = end;
        *end++ = '/';
        while (*name && *name != '/') *end++ = *name++;
        *end = 0;
        if (*name) name++;
        const char *dots = after("/.", segment);
        if (dots && *dots == '.' && !dots[1]) {
            if (segment == root) refuse(request, NOT_FOUND, "it leads out of ", request->root);
            while (*--segment != '/') continue;
            end = segment;
        } else if (!segment[1] || (dots && !*dots)) {
            end = segment;
        }
    }
    *end = 0;
}

static const char *executed_file(char *const *environment) {
    while (*environment) environment++;
    const unsigned long *entry = (const unsigned long *)(environment + 1);
    while (*entry != AT_NULL && *entry != AT_EXECFN) entry += 2;
    return *entry == AT_NULL ? "" : (const char *)entry[1];
}

static RARE void check(struct request *request, const char *path) {
    struct stat target, own;
    if (kernel_stat(path, &target)) refuse(request, NOT_FOUND, "there is no such file in ", request->root);
    if (S_ISDIR(target.st_mode)) refuse(request, NOT_STARTABLE, "it is a directory", "");
    if (!kernel_stat(request->self, &own) && own.st_dev == target.st_dev && own.st_ino == target.st_ino) {
        refuse(request, NOT_STARTABLE, "it is this bootstrap, which would start itself forever", "");
    }
    if (kernel_access(path)) {
        request->fix = "zip it with mode 0755";
        refuse(request, NOT_STARTABLE, "it is not executable", "");
    }
}

static const char *error_text(long error, char *buffer) {
    switch (error) {
        case ENOENT: return "No such file or directory";
        case ENOEXEC: return "Exec format error";
        case EACCES: return "Permission denied";
        default: break;
    }
    *copy(buffer, "error 000") = 0;
    for (char *digit = buffer + sizeof "error 000" - 1; error > 0; error /= 10) *--digit = (char)('0' + error % 10);
    return buffer;
}

/* Why the kernel has not started a path: what can be seen in the archive, or else the kernel's own reason. */
static RARE _Noreturn void explain(struct request *request, const char *path, long error) {
    char number[16];
    check(request, path);
    request->fix = "it must be an executable for this architecture whose loader or interpreter exists";
    refuse(request, NOT_STARTABLE, "execve failed: ", error_text(error, number));
}

/*
 * What to execute: the wrapper, when there is one. It hides what becomes of the target, so that is looked at first.
 */
static RARE const char *wrapped(struct request *request, const char *path, char *const *environment) {
    const char *wrapper = variable(environment, "AWS_LAMBDA_EXEC_WRAPPER");
    if (!*wrapper) return path;
    check(request, path);
    request->kind = "wrapper";
    request->asked = wrapper;
    request->target = 0;
    request->root = "/";
    request->root_length = 1;
    request->fix = "set AWS_LAMBDA_EXEC_WRAPPER to the absolute path of an executable, such as /opt/wrapper";
    if (*wrapper != '/') refuse(request, NOT_FOUND, "it is not an absolute path", "");
    check(request, wrapper);
    return wrapper;
}

/* The name to start: of the first matching route, or else what was asked for. */
static const char *use_map(struct request *request, long file, char *map, char *const *environment) {
    const char *function = variable(environment, "AWS_LAMBDA_FUNCTION_NAME");
    read_map(request, map, load_map(request, file, map), function);
    if (!request->by_route) return request->asked;
    request->kind = "function";
    request->asked = function;
    request->fix = "set its route in the bundle's <routes>";
    if (!request->target) refuse(request, NOT_FOUND, "no route in " MAP_NAME " matches it", "");
    return request->target;
}

/*
 * The stack as the kernel leaves it: argc, argv, 0, environment, 0, auxiliary vector.
 *
 * Asks the kernel for a start before it looks at the file: one that succeeds costs no other call. A link to the shim is
 * found out by the shim that it starts, which bears the path of the link. Each array is as long as this start needs it.
 */
_Noreturn void bootstrap(long *stack) {
    char **argv = (char **)(stack + 1), **environment = argv + *stack + 1;
    const char *given = variable(environment, "LAMBDA_TASK_ROOT");
    unsigned long given_length = length_of(given);
    int is_usable = *given == '/' && given_length < PATH_BYTES;
    char folder[is_usable ? 1 : PATH_BYTES];
    struct request request;
    request.kind = "Handler";
    request.asked = variable(environment, "_HANDLER");
    request.fix = "set Handler to the path of an executable in the archive, such as bin/orders";
    request.self = executed_file(environment);
    request.root = given;
    request.root_length = given_length;
    request.by_route = request.wrapper = 0;
    request.target = 0;
    if (!is_usable) {
        long size = kernel_getcwd(folder, PATH_BYTES);
        if (size <= 0 || *folder != '/') refuse(&request, NOT_FOUND, "LAMBDA_TASK_ROOT is not set", "");
        request.root = folder;
        request.root_length = (unsigned long)size - 1;
    }
    while (request.root_length && request.root[request.root_length - 1] == '/') request.root_length--;

    char map_path[request.root_length + sizeof "/" MAP_NAME];
    *copy(copy_root(map_path, &request), "/" MAP_NAME) = 0;
    long file = kernel_open(map_path);
    const char *name = request.asked;
    char map[file == -ENOENT ? 1 : MAP_BYTES + 1];
    if (file != -ENOENT) name = use_map(&request, file, map, environment);

    check_name(&request, name);
    char path[request.root_length + 1 + length_of(name) + 1];
    resolve(&request, name, path);
    /* argc is not needed again: its place takes the argument more that a wrapper, or an empty argv, asks for */
    if (!*stack) argv--;
    *argv = path;
    const char *target = path;
    if (request.wrapper) target = wrapped(&request, path, environment);
    if (target != path) {
        argv = (char **)stack;
        *argv = (char *)target;
    }
    explain(&request, target, is_same(target, request.self) ? ELOOP : -kernel_execve(target, argv, environment));
}

/*
 * Runs the shim's own code, with a kernel that answers at random, on environments and maps that are random, hostile,
 * or both. Checks what it would execute, and each line it would write.
 */
#include <asm/stat.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

static jmp_buf over;
static void kernel_write(int fd, const char *text, unsigned long length);
static _Noreturn void kernel_exit(int code);
static long kernel_open(const char *file);
static long kernel_read(long fd, char *buffer, unsigned long length);
static long kernel_getcwd(char *buffer, unsigned long length);
static long kernel_stat(const char *path, struct stat *status);
static long kernel_access(const char *path);
static long kernel_execve(const char *path, char *const *argv, char *const *environment);

/* the kernel's header leaves it to glibc's, which cannot stand beside it */
#define S_ISDIR(mode) (((mode) & 0170000) == 0040000)
#define SHIM_HARNESS
#include "../../main/shim/bootstrap.c"

#include <stdio.h>
#include <stdlib.h>

#define MAX_TEXT 9000

static uint64_t state;
static unsigned long executed, refused, mapped;

/* What one execution is given. */
static struct {
    char *handler, *root, *name, *wrapper, *self;
    const char *folder; /* the current one, once the shim has asked */
    char *map;
    unsigned long map_length, map_read;
    char **environment;
    int lines;
} given;

static uint64_t next(void) { /* splitmix64 */
    uint64_t z = state += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

static unsigned long below(unsigned long bound) { return next() % bound; }

static void fail(const char *what, const char *text) {
    fprintf(stderr, "%s: '%s'\nhandler '%s'\nroot '%s'\nname '%s'\nwrapper '%s'\n", what, text, given.handler, given.root,
            given.name, given.wrapper);
    abort();
}

/* ---- the kernel ---- */

static void kernel_write(int fd, const char *text, unsigned long length) {
    if (fd != 2 || given.lines++ || !length || length > LINE_BYTES) fail("not one line on stderr", "");
    for (unsigned long i = 0; i < length; i++) {
        int last = i == length - 1;
        if (last ? text[i] != '\n' : text[i] < ' ' || text[i] > '~') fail("unsafe message", text);
    }
}

static _Noreturn void kernel_exit(int code) {
    if (code != NOT_FOUND && code != NOT_STARTABLE) fail("another exit code", "");
    refused++;
    longjmp(over, 1);
}

static long kernel_open(const char *file) {
    size_t length = strlen(file);
    if (length < sizeof MAP_NAME || strcmp(file + length - sizeof MAP_NAME, "/" MAP_NAME)) fail("opens", file);
    given.map_read = 0;
    if (given.map) return 3;
    return below(50) ? -ENOENT : -(long)below(134) - 1;
}

static long kernel_read(long fd, char *buffer, unsigned long length) {
    unsigned long left = given.map_length - given.map_read;
    if (fd != 3) fail("reads another file", "");
    if (!below(500)) return -EIO;
    if (left > length) left = length;
    if (left > 1 && !below(4)) left = 1 + below(left);
    memcpy(buffer, given.map + given.map_read, left);
    given.map_read += left;
    return (long)left;
}

static long kernel_getcwd(char *buffer, unsigned long length) {
    static const char *const folders[] = {"/var/task", "/current/folder", "(unreachable)/x", "/"};
    given.folder = folders[below(4)];
    if (!below(20) || strlen(given.folder) >= length) return -ENOENT;
    strcpy(buffer, given.folder);
    return (long)strlen(given.folder) + 1;
}

static long kernel_stat(const char *path, struct stat *status) {
    if (!*path || !below(8)) return -ENOENT;
    memset(status, 0, sizeof *status);
    status->st_mode = below(10) ? 0100755 : 040755;
    status->st_ino = below(20);
    return 0;
}

static long kernel_access(const char *path) { return *path && below(10) ? 0 : -EACCES; }

static int is_inside(const char *path, const char *root, size_t length) {
    if (strncmp(path, root, length)) return 0;
    for (path += length; *path; path += strcspn(path, "/")) {
        size_t segment = strcspn(++path, "/");
        if (path[-1] != '/' || !segment) return 0;
        if (path[0] == '.' && (segment == 1 || (segment == 2 && path[1] == '.'))) return 0;
    }
    return 1;
}

static long kernel_execve(const char *path, char *const *argv, char *const *environment) {
    int wraps = argv[0] == given.wrapper && path == given.wrapper;
    const char *target = wraps ? argv[1] : path, *root = given.root;
    if (environment != given.environment) fail("another environment", path);
    if (wraps ? *path != '/' || !given.map || !memmem(given.map, given.map_length, "wrapper", 7) : argv[0] != path) {
        fail("another argv[0]", path);
    }
    if (strcmp(argv[1 + wraps], "argument") || argv[2 + wraps]) fail("other arguments", path);
    if (!root || *root != '/' || strlen(root) >= PATH_BYTES) root = given.folder;
    size_t length = strlen(root);
    while (length && root[length - 1] == '/') length--;
    if (!is_inside(target, root, length)) fail("outside the task root", target);
    if (strlen(target) >= PATH_BYTES) fail("too long", target);
    if (!strcmp(path, given.self)) fail("itself", path);
    executed++;
    return -(long)below(134) - 1;
}

/* ---- the input ---- */

static const char *const pieces[] = {
    "..", ".", "", "/", "a", "bin", "handle_it", "bootstrap", "...", "..a", ".b", "a..", "*", "?", "\n", "\x1b[1m", "\xff",
    "$(id)", "'", "\\", " ", "=", "%s%n", "route ", "wrapper", "\r"};

static unsigned long add_piece(char *text, unsigned long at, unsigned long limit) {
    unsigned long length = 0;
    if (!below(30)) {
        length = below(12) ? below(300) : below(limit);
        if (length > limit - at) length = limit - at;
        int byte = below(2) ? 'x' : 0;
        for (unsigned long i = 0; i < length; i++) text[at + i] = byte ? 'x' : (char)(1 + below(255));
    } else {
        const char *piece = pieces[below(sizeof pieces / sizeof *pieces)];
        length = strlen(piece);
        if (length > limit - at) return 0;
        memcpy(text + at, piece, length);
    }
    return length;
}

/* A text in memory of exactly its size, so that the sanitizer sees a byte too far. */
static char *text(const char *prefix, int slashes) {
    static char buffer[MAX_TEXT + 1];
    unsigned long at = strlen(prefix), count = below(12);
    strcpy(buffer, prefix);
    while (count--) {
        at += add_piece(buffer, at, MAX_TEXT);
        if (slashes && at < MAX_TEXT && below(4)) buffer[at++] = '/';
    }
    buffer[at] = 0;
    return strdup(buffer);
}

static void add_map_line(unsigned long limit) {
    static const char *const matches_[] = {"*", "orders", "a*b*c?", "**", "?", "x"};
    char *target = text("", 1);
    char line[MAX_TEXT + 64];
    int length = snprintf(line, sizeof line, "route %s %s\n", matches_[below(6)], target);
    if (!below(12)) length = snprintf(line, sizeof line, "wrapper\n");
    if (!below(40)) length = snprintf(line, sizeof line, "%s", target);
    free(target);
    if (given.map_length + (unsigned long)length > limit) return;
    memcpy(given.map + given.map_length, line, (unsigned long)length);
    given.map_length += (unsigned long)length;
}

static void make_map(void) {
    unsigned long limit = below(50) ? 4000 : MAP_BYTES + 100;
    given.map = 0;
    given.map_length = 0;
    if (below(3)) return;
    mapped++;
    given.map = malloc(limit);
    if (below(20)) {
        strcpy(given.map, MAP_HEADER "\n");
        given.map_length = strlen(given.map);
    }
    for (unsigned long lines = below(6); lines; lines--) add_map_line(limit);
    if (limit > MAP_BYTES) {
        while (given.map_length < limit && below(70000)) given.map[given.map_length++] = below(3) ? 'x' : '\n';
    }
    if (!below(10) && given.map_length) given.map[below(given.map_length)] = (char)below(256);
    given.map = realloc(given.map, given.map_length + 1);
}

static void one(void) {
    static char *const roots[] = {"/var/task", "/", "", "/var/task//", "relative", "/a/../b"};
    static char *const selves[] = {"/var/task/bootstrap", "./bootstrap", "/bootstrap", ""};
    char *variables[4], *stack[16];
    int count = 0;
    char *root = below(3) ? strdup(roots[below(6)]) : text(below(2) ? "/" : "", 1);
    char *handler = text("_HANDLER=", 1), *name = text("AWS_LAMBDA_FUNCTION_NAME=", 0);
    char *wrapper = text(below(2) ? "AWS_LAMBDA_EXEC_WRAPPER=/" : "AWS_LAMBDA_EXEC_WRAPPER=", 1);
    char *root_variable = malloc(strlen(root) + 32);
    sprintf(root_variable, "LAMBDA_TASK_ROOT=%s", root);
    if (below(20)) variables[count++] = handler;
    if (below(20)) variables[count++] = root_variable;
    if (below(4)) variables[count++] = name;
    if (below(2)) variables[count++] = wrapper;

    given.handler = handler;
    given.name = name;
    given.wrapper = strchr(wrapper, '=') + 1;
    given.root = 0;
    given.lines = 0;
    make_map();
    stack[0] = (char *)2;
    stack[1] = "bootstrap";
    stack[2] = "argument";
    stack[3] = 0;
    given.environment = stack + 4;
    for (int i = 0; i < count; i++) {
        stack[4 + i] = variables[i];
        if (variables[i] == root_variable) given.root = strchr(root_variable, '=') + 1;
    }
    stack[4 + count] = 0;
    given.self = selves[below(20) ? 0 : below(4)];
    stack[5 + count] = (char *)(*given.self ? AT_EXECFN : (long)AT_NULL);
    stack[6 + count] = given.self;
    stack[7 + count] = (char *)AT_NULL;
    if (!setjmp(over)) bootstrap((long *)stack);
    if (!given.lines) fail("no message", "");
    free(given.map);
    free(root_variable);
    free(wrapper);
    free(name);
    free(handler);
    free(root);
}

int main(int argc, char **argv) {
    unsigned long runs = argc > 1 ? strtoul(argv[1], 0, 10) : 1000;
    state = argc > 2 ? strtoul(argv[2], 0, 10) : 1;
    printf("seed %lu\n", (unsigned long)state);
    for (unsigned long i = 0; i < runs; i++) one();
    printf("%lu executions, %lu with a map, %lu would start a target, %lu refused\n", runs, mapped, executed, refused - executed);
    return executed && mapped ? 0 : 1;
}

/* The kernel's calls that the shim makes, and the first instructions of the process, for x86-64 and arm64. */

#if defined(__x86_64__)
__asm__(
    ".globl _start\n"
    "_start:\n"
    "  xor %ebp, %ebp\n"
    "  mov %rsp, %rdi\n"
    "  and $-16, %rsp\n"
    "  call bootstrap\n");

static long kernel(long number, long a, long b, long c, long d) {
    long result;
    register long fourth __asm__("r10") = d;
    __asm__ volatile("syscall"
                     : "=a"(result)
                     : "a"(number), "D"(a), "S"(b), "d"(c), "r"(fourth)
                     : "rcx", "r11", "memory");
    return result;
}
#elif defined(__aarch64__)
__asm__(
    ".globl _start\n"
    "_start:\n"
    "  mov x29, #0\n"
    "  mov x30, #0\n"
    "  mov x0, sp\n"
    "  b bootstrap\n");

static long kernel(long number, long a, long b, long c, long d) {
    register long call __asm__("x8") = number;
    register long first __asm__("x0") = a;
    register long second __asm__("x1") = b;
    register long third __asm__("x2") = c;
    register long fourth __asm__("x3") = d;
    __asm__ volatile("svc 0" : "+r"(first) : "r"(call), "r"(second), "r"(third), "r"(fourth) : "memory");
    return first;
}
#else
#error "Lambda runs x86-64 and arm64"
#endif

static long kernel_write(int fd, const char *text, unsigned long length) {
    return kernel(__NR_write, fd, (long)text, (long)length, 0);
}

static _Noreturn void kernel_exit(int code) {
    kernel(__NR_exit_group, code, 0, 0, 0);
    __builtin_unreachable();
}

static long kernel_open(const char *file) {
    return kernel(__NR_openat, AT_FDCWD, (long)file, O_RDONLY | O_CLOEXEC, 0);
}

static long kernel_read(long fd, char *buffer, unsigned long length) {
    return kernel(__NR_read, fd, (long)buffer, (long)length, 0);
}

static long kernel_getcwd(char *buffer, unsigned long length) {
    return kernel(__NR_getcwd, (long)buffer, (long)length, 0, 0);
}

static long kernel_stat(const char *path, struct stat *status) {
    return kernel(__NR_newfstatat, AT_FDCWD, (long)path, (long)status, 0);
}

static long kernel_access(const char *path) {
    return kernel(__NR_faccessat, AT_FDCWD, (long)path, 1 /* X_OK */, 0);
}

static long kernel_execve(const char *path, char *const *argv, char *const *environment) {
    return kernel(__NR_execve, (long)path, (long)argv, (long)environment, 0);
}

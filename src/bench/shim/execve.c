/* The least that a shim can do: starts one target, and nothing else. What it adds to a start is the kernel's execve. */
#include <asm/stat.h>
#include <asm/unistd.h>
#include <linux/fcntl.h>
#include "../../main/shim/kernel.h"

_Noreturn void bootstrap(long *stack) {
    char **argv = (char **)(stack + 1);
    kernel_execve(TARGET, argv, argv + *stack + 1);
    kernel_exit(1);
}

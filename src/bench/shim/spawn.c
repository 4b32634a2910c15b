/*
 * Starts several programs in turn, many times, and prints each one's median time from start to end against the first
 * one's. Interleaved, because a busy machine then slows all of them alike. Usage: spawn <rounds> <program>...
 */
#define _GNU_SOURCE
#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double microseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1e6 + now.tv_nsec / 1e3;
}

static double spawn(char *program) {
    char *argv[] = {program, NULL};
    pid_t child;
    int status, error;
    double begin = microseconds();
    if ((error = posix_spawn(&child, program, NULL, NULL, argv, environ))) {
        fprintf(stderr, "%s: %s\n", program, strerror(error));
        exit(1);
    }
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    double end = microseconds();
    if (status) {
        fprintf(stderr, "%s: ended with status %d\n", program, status);
        exit(1);
    }
    return end - begin;
}

int main(int argc, char **argv) {
    int rounds = argc > 2 ? atoi(argv[1]) : 0, programs = argc - 2;
    if (rounds < 1) {
        fprintf(stderr, "usage: spawn <rounds> <program>...\n");
        return 2;
    }
    double *times = calloc((size_t)rounds * (size_t)programs, sizeof *times);
    if (!times) return 1;
    for (int round = -rounds / 20; round < rounds; round++) { /* the first twentieth warms the caches */
        for (int i = 0; i < programs; i++) {
            int program = (i + round + rounds) % programs;
            double time = spawn(argv[2 + program]);
            if (round >= 0) times[program * rounds + round] = time;
        }
    }
    double first = 0;
    for (int i = 0; i < programs; i++) {
        qsort(times + i * rounds, (size_t)rounds, sizeof *times, ascending);
        double median = times[i * rounds + rounds / 2];
        if (!i) first = median;
        const char *name = strrchr(argv[2 + i], '/');
        printf("%-28s %8.0f us %6.2f\n", name ? name + 1 : argv[2 + i], median, median / first);
    }
    free(times);
    return 0;
}

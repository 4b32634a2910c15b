package io.github.lambdabootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What one input may take: 64 MB of memory, all allocations of the thread added up, and one second of its CPU time. The
 * time is the thread's own, so that a busy machine is no hang.
 */
public final class Bounds {

    private static final long MOST_MEMORY = 64 << 20;
    private static final long MOST_NANOSECONDS = 1_000_000_000;

    private final long allocated;
    private final long worked;

    private Bounds(long allocated, long worked) {
        this.allocated = allocated;
        this.worked = worked;
    }

    /** The current thread's bounds, counted from here on. */
    public static Bounds fromHere() {
        return new Bounds(thread().getCurrentThreadAllocatedBytes(), thread().getCurrentThreadCpuTime());
    }

    /** The current thread's bounds, counted from its start on. */
    public static Bounds fromTheThreadsStart() {
        return new Bounds(0, 0);
    }

    /** Fails when the current thread has taken more of either. */
    public void hold() {
        holdMemory();
        long nanoseconds = thread().getCurrentThreadCpuTime() - worked;
        assertThat(nanoseconds).as("nanoseconds of CPU time").isLessThan(MOST_NANOSECONDS);
    }

    /** Fails when the current thread has taken more memory. */
    public void holdMemory() {
        long bytes = thread().getCurrentThreadAllocatedBytes() - allocated;
        assertThat(bytes).as("allocated bytes").isLessThan(MOST_MEMORY);
    }

    private static ThreadMXBean thread() {
        return (ThreadMXBean) ManagementFactory.getThreadMXBean();
    }
}

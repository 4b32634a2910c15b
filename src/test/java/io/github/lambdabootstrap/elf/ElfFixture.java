package io.github.lambdabootstrap.elf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes ELF files byte by byte: {@code ElfFixture.x86_64().staticExecutable().goBuildInfo(...).bytes()}. The
 * executables for x86-64 and arm64 really run, and exit with status 0; a dynamic one does so when its loader, libraries
 * and versions are there.
 */
public final class ElfFixture {

    public static final String GLIBC_LOADER_X86_64 = "/lib64/ld-linux-x86-64.so.2";
    public static final String GLIBC_LOADER_ARM64 = "/lib/ld-linux-aarch64.so.1";
    public static final String RUNTIME_API_TEXT = "/2018-06-01/runtime/invocation/next";

    private static final long EXECUTABLE_BASE = 0x400000;

    final ElfLayout layout;
    final int machine;
    final Map<String, List<String>> versionNeeds = new LinkedHashMap<>();
    final List<String> needed = new ArrayList<>();
    final List<GoBuildInfoFixture> inlineBuildInfo = new ArrayList<>();
    final List<GoBuildInfoFixture> pointerBuildInfo = new ArrayList<>();
    final List<byte[]> data = new ArrayList<>();
    final List<byte[]> readOnlyData = new ArrayList<>();
    int eiClass;
    int eiData;
    int osabi;
    int type = ElfHeader.ET_EXEC;
    long base = EXECUTABLE_BASE;
    boolean hasEntry = true;
    boolean hasSegments = true;
    boolean hasSections;
    String interpreter = "";
    String soname = "";
    String rpath = "";
    String runpath = "";
    long flags1;
    int x86IsaNeeded;

    private ElfFixture(int machine, ElfLayout layout) {
        this.machine = machine;
        this.layout = layout;
        this.eiClass = layout.is64Bit() ? 2 : 1;
        this.eiData = layout.littleEndian() ? 1 : 2;
    }

    public static ElfFixture x86_64() {
        return new ElfFixture(ElfMachine.EM_X86_64, new ElfLayout(true, true));
    }

    public static ElfFixture arm64() {
        return new ElfFixture(ElfMachine.EM_AARCH64, new ElfLayout(true, true));
    }

    /** Any machine, for example 3, 32-bit, little-endian for i386. */
    public static ElfFixture of(int eMachine, ElfLayout layout) {
        return new ElfFixture(eMachine, layout);
    }

    /** A fixed-address executable without loader; also the default. */
    public ElfFixture staticExecutable() {
        type = ElfHeader.ET_EXEC;
        return this;
    }

    /** A static executable that is loaded anywhere. */
    public ElfFixture staticPie() {
        return positionIndependent().flags1(0x08000001L);
    }

    /** An executable for glibc's loader that needs {@code libc.so.6} in this version, for example 2.34. */
    public ElfFixture dynamicExecutable(String glibcVersion) {
        return interpreter(machine == ElfMachine.EM_AARCH64 ? GLIBC_LOADER_ARM64 : GLIBC_LOADER_X86_64)
                .needs("libc.so.6")
                .version("libc.so.6", "GLIBC_" + glibcVersion);
    }

    /** A library: no entry, no loader. */
    public ElfFixture sharedLibrary(String name) {
        hasEntry = false;
        soname = name;
        return positionIndependent();
    }

    /** An object file: nothing that could be loaded. */
    public ElfFixture object() {
        hasSegments = false;
        hasEntry = false;
        return type(ElfHeader.ET_REL);
    }

    public ElfFixture positionIndependent() {
        base = 0;
        return type(ElfHeader.ET_DYN);
    }

    public ElfFixture type(int eType) {
        type = eType;
        return this;
    }

    public ElfFixture osabi(int eiOsabi) {
        osabi = eiOsabi;
        return this;
    }

    /** Lets the identification claim another class and byte order than the file has. */
    public ElfFixture claiming(int otherClass, int otherData) {
        eiClass = otherClass;
        eiData = otherData;
        return this;
    }

    public ElfFixture withoutEntry() {
        hasEntry = false;
        return this;
    }

    public ElfFixture withEntry() {
        hasEntry = true;
        return this;
    }

    public ElfFixture withoutSegments() {
        hasSegments = false;
        return this;
    }

    public ElfFixture withSections() {
        hasSections = true;
        return this;
    }

    public ElfFixture interpreter(String path) {
        interpreter = path;
        return this;
    }

    public ElfFixture needs(String library) {
        needed.add(library);
        return this;
    }

    public ElfFixture version(String library, String version) {
        versionNeeds.computeIfAbsent(library, name -> new ArrayList<>()).add(version);
        return this;
    }

    /** A version whose absence is only warned of. */
    public ElfFixture weakVersion(String library, String version) {
        return version(library, ElfFixtureDynamic.WEAK + version);
    }

    public ElfFixture soname(String name) {
        soname = name;
        return this;
    }

    public ElfFixture rpath(String folders) {
        rpath = folders;
        return this;
    }

    public ElfFixture runpath(String folders) {
        runpath = folders;
        return this;
    }

    public ElfFixture flags1(long bits) {
        flags1 = bits;
        return this;
    }

    /** A note that asks for x86-64 levels: bit 0 for v1 to bit 3 for v4. */
    public ElfFixture x86IsaNeeded(int bits) {
        x86IsaNeeded = bits;
        return this;
    }

    /** Build info as Go writes it since 1.18. */
    public ElfFixture goBuildInfo(GoBuildInfoFixture info) {
        inlineBuildInfo.add(info);
        return this;
    }

    /** Build info as Go wrote it from 1.13 to 1.17. */
    public ElfFixture goBuildInfoByPointers(GoBuildInfoFixture info) {
        pointerBuildInfo.add(info);
        return this;
    }

    /** Bytes in writable memory, 16-byte aligned. */
    public ElfFixture data(byte[] bytes) {
        data.add(bytes.clone());
        return this;
    }

    /** Bytes in memory that cannot be written, 16-byte aligned. */
    public ElfFixture readOnlyData(byte[] bytes) {
        readOnlyData.add(bytes.clone());
        return this;
    }

    /** The text that a client of the Runtime API has in it. */
    public ElfFixture runtimeClient() {
        return readOnlyData(RUNTIME_API_TEXT.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] bytes() {
        return new ElfFixtureWriter(this).bytes();
    }

    public BytesSource source() {
        return new BytesSource(bytes());
    }
}

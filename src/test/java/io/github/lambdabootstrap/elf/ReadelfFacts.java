package io.github.lambdabootstrap.elf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The facts that {@code readelf} prints and those that the reader found, as lines that can be compared. */
final class ReadelfFacts {

    private static final Map<String, String> MACHINES = Map.of(
            "Advanced Micro Devices X86-64", "x86_64",
            "AArch64", "arm64",
            "Intel 80386", "i386",
            "ARM", "arm",
            "RISC-V", "riscv",
            "IBM S/390", "s390x",
            "PowerPC64", "ppc64",
            "PowerPC", "ppc",
            "MIPS R3000", "mips",
            "Linux BPF", "bpf");

    private static final Map<String, Integer> SEGMENT_TYPES =
            Map.of("LOAD", 1, "DYNAMIC", 2, "INTERP", 3, "NOTE", 4, "GNU_PROPERTY", 0x6474e553);

    private static final Pattern HEADER =
            Pattern.compile("  (Class|Data|OS/ABI|Type|Machine|Entry point address): +(.*)");
    private static final Pattern SEGMENT =
            Pattern.compile("  (\\w+) +0x(\\w+) 0x(\\w+) 0x\\w+ 0x(\\w+) 0x(\\w+) ([RWE ]{3}) .*");
    private static final Pattern INTERPRETER = Pattern.compile(" +\\[Requesting program interpreter: (.*)]");
    private static final Pattern NAME = Pattern.compile(" 0x\\w+ \\((NEEDED|SONAME|RPATH|RUNPATH)\\) .*?\\[(.*)]");
    private static final Pattern PIE = Pattern.compile(" 0x\\w+ \\(FLAGS_1\\) +Flags: .*\\bPIE\\b.*");
    private static final Pattern VERSION_FILE = Pattern.compile("  0*\\w+: Version: \\d+  File: (.*)  Cnt: \\d+");
    private static final Pattern VERSION = Pattern.compile("  0x\\w+: +Name: (.*)  Flags: (.*?) +Version: \\d+");
    private static final Pattern ISA = Pattern.compile(".*x86 ISA needed: (.*)");

    private final List<String> lines = new ArrayList<>();
    private final Map<Pattern, Consumer<Matcher>> readers = Map.of(
            HEADER, line -> header(line.group(1), line.group(2).trim()),
            SEGMENT, this::segment,
            INTERPRETER, line -> lines.add("interpreter " + line.group(1)),
            NAME, line -> lines.add(line.group(1) + " " + line.group(2)),
            PIE, line -> lines.add("pie"),
            VERSION_FILE, line -> versionFile = line.group(1),
            VERSION, this::version,
            ISA, this::isa);
    private String versionFile = "";
    private String isa = "";

    private ReadelfFacts() {}

    static List<String> parse(String output) {
        ReadelfFacts facts = new ReadelfFacts();
        output.lines().forEach(facts::line);
        return Stream.concat(facts.lines.stream(), Stream.of(facts.isa).filter(isa -> !isa.isEmpty()))
                .sorted()
                .toList();
    }

    private void line(String line) {
        readers.forEach((pattern, reader) -> {
            Matcher matcher = pattern.matcher(line);
            if (matcher.matches()) {
                reader.accept(matcher);
            }
        });
    }

    private void segment(Matcher line) {
        Integer type = SEGMENT_TYPES.get(line.group(1));
        if (type != null) {
            lines.add("segment " + type + hex(line, 2) + hex(line, 3) + hex(line, 4) + hex(line, 5) + " "
                    + flags(line.group(6)));
        }
    }

    private void version(Matcher line) {
        lines.add("version " + versionFile + " " + line.group(1) + " "
                + line.group(2).contains("WEAK"));
    }

    private void header(String key, String value) {
        switch (key) {
            case "Machine" -> lines.add("Machine " + MACHINES.getOrDefault(value, "other"));
            case "Type" -> lines.add("Type " + value.replaceFirst(" .*", ""));
            case "OS/ABI" ->
                lines.add("OS/ABI "
                        + switch (value) {
                            case "UNIX - System V" -> 0;
                            case "UNIX - GNU" -> 3;
                            case "UNIX - FreeBSD" -> 9;
                            case "UNIX - OpenBSD" -> 12;
                            case "UNIX - Solaris" -> 6;
                            default -> value;
                        });
            default -> lines.add(key + " " + value);
        }
    }

    static List<String> of(ElfFile file) {
        List<String> lines = new ArrayList<>();
        ElfHeader header = file.header();
        lines.add("Class " + (header.layout().is64Bit() ? "ELF64" : "ELF32"));
        lines.add("Data 2's complement, " + (header.layout().littleEndian() ? "little" : "big") + " endian");
        lines.add("OS/ABI " + header.eIdent().eiOsabi());
        lines.add("Type " + List.of("NONE", "REL", "EXEC", "DYN", "CORE").get(header.eType()));
        String machine = header.machine().name();
        lines.add("Machine " + (MACHINES.containsValue(machine) ? machine : "other"));
        lines.add("Entry point address 0x" + Long.toHexString(header.eEntry()));
        file.programHeaders().stream()
                .filter(part -> SEGMENT_TYPES.containsValue(part.pType()))
                .map(part -> "segment " + part.pType() + " " + Long.toHexString(part.pOffset()) + " "
                        + Long.toHexString(part.pVaddr()) + " " + Long.toHexString(part.pFilesz()) + " "
                        + Long.toHexString(part.pMemsz()) + " " + (part.pFlags() & 7))
                .forEach(lines::add);
        // readelf passes over an empty path, which the reader reports
        file.interpreter().filter(path -> !path.isEmpty()).ifPresent(path -> lines.add("interpreter " + path));
        DynamicSection dynamic = file.dynamic();
        dynamic.needed().forEach(name -> lines.add("NEEDED " + name));
        dynamic.soname().ifPresent(name -> lines.add("SONAME " + name));
        paths(lines, "RPATH ", dynamic.rpath());
        paths(lines, "RUNPATH ", dynamic.runpath());
        if (dynamic.isPie()) {
            lines.add("pie");
        }
        dynamic.versionNeeds()
                .forEach(need -> lines.add("version " + need.file() + " " + need.version() + " " + need.weak()));
        if (file.x86IsaLevel() > 0) {
            lines.add("isa " + file.x86IsaLevel());
        }
        return lines.stream().sorted().toList();
    }

    private static void paths(List<String> lines, String tag, List<String> folders) {
        if (!folders.isEmpty()) {
            lines.add(tag + String.join(":", folders));
        }
    }

    // Notes of an object file lie in sections, which no loader sees.
    private void isa(Matcher line) {
        if (!lines.contains("Type REL")) {
            String highest = line.group(1).replaceFirst(".*x86-64-", "").replaceFirst("\\W.*", "");
            isa = "isa " + (highest.equals("baseline") ? "1" : highest.substring(1));
        }
    }

    private static String hex(Matcher matcher, int group) {
        return " " + Long.toHexString(Long.parseUnsignedLong(matcher.group(group), 16));
    }

    private static int flags(String text) {
        return (text.contains("R") ? 4 : 0) + (text.contains("W") ? 2 : 0) + (text.contains("E") ? 1 : 0);
    }
}

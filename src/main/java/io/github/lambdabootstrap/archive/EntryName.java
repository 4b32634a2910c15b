package io.github.lambdabootstrap.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The name of an entry as it stands in the archive, before anyone makes a path of it.
 *
 * @param raw the bytes of the name, one byte a character (ISO 8859-1)
 * @param text the bytes read as UTF-8, whatever the entry's flags say, since Linux takes them so; equal to {@code raw}
 *     when they are not UTF-8
 */
public record EntryName(String raw, String text) {

    private static final int NAME_MAX = 255;

    static EntryName of(String raw) {
        if (raw.chars().allMatch(c -> c < 0x80)) {
            return new EntryName(raw, raw);
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(raw.getBytes(StandardCharsets.ISO_8859_1));
            return new EntryName(
                    raw, StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return new EntryName(raw, raw);
        }
    }

    /** Whether the name alone makes the entry a directory. */
    public boolean endsWithSlash() {
        return text.endsWith("/");
    }

    /** Where the entry lands inside the archive's root, see {@link #flaws} for how sure that is. */
    public EntryPath path() {
        return EntryPath.clamped(text);
    }

    /** Why unpackers may disagree about the name; normally nothing. */
    public Set<NameFlaw> flaws() {
        Set<NameFlaw> flaws = EnumSet.noneOf(NameFlaw.class);
        put(flaws, text.isEmpty(), NameFlaw.EMPTY);
        put(flaws, text.startsWith("/"), NameFlaw.ABSOLUTE);
        put(flaws, hasSegment(".."), NameFlaw.PARENT_SEGMENT);
        put(flaws, hasSegment("."), NameFlaw.DOT_SEGMENT);
        put(flaws, text.contains("//"), NameFlaw.EMPTY_SEGMENT);
        put(flaws, text.indexOf('\\') >= 0, NameFlaw.BACKSLASH);
        put(flaws, text.indexOf(0) >= 0, NameFlaw.NUL);
        put(flaws, !isUtf8(), NameFlaw.NOT_UTF8);
        put(flaws, Stream.of(raw.split("/")).anyMatch(s -> s.length() > NAME_MAX), NameFlaw.LONG_SEGMENT);
        return flaws;
    }

    private static void put(Set<NameFlaw> flaws, boolean present, NameFlaw flaw) {
        if (present) {
            flaws.add(flaw);
        }
    }

    private boolean hasSegment(String segment) {
        return ("/" + text + "/").contains("/" + segment + "/");
    }

    private boolean isUtf8() {
        return !text.equals(raw) || raw.chars().allMatch(c -> c < 0x80);
    }

    @Override
    public String toString() {
        return text;
    }
}

package io.github.lambdabootstrap.archive;

/** What makes the meaning of an entry's name depend on who unpacks it. */
public enum NameFlaw {
    /** It has no characters. */
    EMPTY,
    /** It starts with a slash. */
    ABSOLUTE,
    /** A segment is {@code ..}. */
    PARENT_SEGMENT,
    /** A segment is {@code .}, as in {@code ./bootstrap}. */
    DOT_SEGMENT,
    /** Two slashes follow each other. */
    EMPTY_SEGMENT,
    /** It holds a backslash, which Lambda takes as a character of the name and Windows as a separator. */
    BACKSLASH,
    /** It holds a NUL, where C programs end the name. */
    NUL,
    /** Its bytes are not UTF-8. */
    NOT_UTF8,
    /** A segment has more bytes than a file system of Linux takes (NAME_MAX). */
    LONG_SEGMENT
}

package io.github.lambdabootstrap.archive;

import java.io.IOException;

/** Ends the reading of a zip's directory; it never leaves the room. */
final class ZipFormatException extends IOException {

    private static final long serialVersionUID = 1;

    private final UnreadableArchive.Kind kind;

    ZipFormatException(UnreadableArchive.Kind kind, String detail) {
        super(detail);
        this.kind = kind;
    }

    static ZipFormatException damaged(String detail) {
        return new ZipFormatException(UnreadableArchive.Kind.DAMAGED_ZIP, detail);
    }

    UnreadableArchive.Kind kind() {
        return kind;
    }
}

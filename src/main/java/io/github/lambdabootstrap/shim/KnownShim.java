package io.github.lambdabootstrap.shim;

import io.github.lambdabootstrap.archive.EntryPath;
import io.github.lambdabootstrap.model.Sha256;
import java.util.Optional;

/** A {@code bootstrap} that starts the executable which the handler names, recognised by its content. */
public sealed interface KnownShim {

    /** No shim is longer, in bytes: content of more need not be read to be told apart. */
    int LIMIT = 64 * 1024;

    /** What it is, for a report. */
    String description();

    /** Where it looks for the executable of a handler. Our own looks into {@link DispatchMap#ENTRY} first. */
    HandlerTarget resolve(String handler);

    /** The shim that this content is; empty for everything else. */
    static Optional<KnownShim> recognise(byte[] content) {
        if (content.length > LIMIT) {
            return Optional.empty();
        }
        Optional<KnownShim> own = PublishedShims.find(Sha256.of(content)).map(name -> (KnownShim) new Own(name));
        return own.isPresent() ? own : HandWrittenForms.find(content).map(form -> form);
    }

    /**
     * A shim of this plugin, of this or an earlier release.
     *
     * @param name version, form and architecture, as in {@code 1 native arm64}
     */
    record Own(String name) implements KnownShim {

        @Override
        public String description() {
            return "lambda-bootstrap shim " + name;
        }

        @Override
        public HandlerTarget resolve(String handler) {
            return HandlerPath.resolve(handler);
        }
    }

    /**
     * A shell script whose last command is the executable.
     *
     * @param command the command, as it is written
     * @param folder what it puts before the handler, below the task root; the root itself for most
     */
    record HandWritten(String command, EntryPath folder) implements KnownShim {

        @Override
        public String description() {
            return "hand-written shell form: " + command;
        }

        /** The kernel reads the path, so slashes in front do no harm; an empty handler names the folder. */
        @Override
        public HandlerTarget resolve(String handler) {
            return HandlerPath.normalised(folder + "/" + handler);
        }
    }
}

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

    /** The folder that handlers start from. */
    EntryPath folder();

    /** Whether {@link DispatchMap#ENTRY} counts. */
    boolean readsMap();

    /** Whether a shell starts the executable: it takes text that the kernel refuses for a script. */
    boolean isScript();

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

        @Override
        public EntryPath folder() {
            return EntryPath.ROOT;
        }

        @Override
        public boolean readsMap() {
            return true;
        }

        @Override
        public boolean isScript() {
            return name.endsWith(" " + ShimForm.SH.id());
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

        /** The kernel reads the path: slashes in front do no harm, and an empty handler names the folder. */
        @Override
        public HandlerTarget resolve(String handler) {
            return new HandlerTarget.File(folder.isRoot() ? handler.replaceFirst("^/+", "") : folder + "/" + handler);
        }

        @Override
        public boolean readsMap() {
            return false;
        }

        @Override
        public boolean isScript() {
            return true;
        }
    }
}

package io.github.lambdabootstrap.model;

import java.nio.file.Path;
import java.util.List;

/**
 * An archive that the {@code package} goal made: a line of {@code archives.json}.
 *
 * @param name the file's name without {@code .zip}; also its Maven classifier
 * @param functions the functions in it: one, or those of a bundle
 * @param file absolute
 * @param sha256 of the file
 * @param size of the file
 * @param unzippedSize sum of its entries
 * @param runtime what it runs on
 * @param architecture what it runs on
 * @param handlers the handlers that it answers to; empty when the runtime does not use them
 * @param layers the layers that it counts on: zip files or ARNs
 * @param placeholder whether its real code is uploaded later by something else
 */
public record PackagedArchive(
        String name,
        List<FunctionName> functions,
        Path file,
        Sha256 sha256,
        ByteSize size,
        ByteSize unzippedSize,
        LambdaRuntime runtime,
        Architecture architecture,
        List<String> handlers,
        List<String> layers,
        boolean placeholder) {

    public PackagedArchive {
        functions = List.copyOf(functions);
        handlers = List.copyOf(handlers);
        layers = List.copyOf(layers);
    }

    /** The same archive, as a placeholder or not. */
    public PackagedArchive withPlaceholder(boolean isPlaceholder) {
        return new PackagedArchive(
                name,
                functions,
                file,
                sha256,
                size,
                unzippedSize,
                runtime,
                architecture,
                handlers,
                layers,
                isPlaceholder);
    }
}

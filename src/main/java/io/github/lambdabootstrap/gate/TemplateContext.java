package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.model.RuntimeCatalog;

/**
 * What is known of the build beside the archives that it judges.
 *
 * @param packaged whether these are all archives of the folders that they are in, and nothing else will write there
 * @param catalog the runtimes
 */
public record TemplateContext(boolean packaged, RuntimeCatalog catalog) {}

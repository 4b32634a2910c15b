package io.github.lambdabootstrap.template;

import java.util.List;

/** Makes the tree of a text in one notation. */
@FunctionalInterface
interface TreeReader {

    /**
     * The documents of the file, in order.
     *
     * @throws TemplateSyntaxException when it is not of the notation
     */
    List<Node> read(TemplateFile file) throws TemplateSyntaxException;
}

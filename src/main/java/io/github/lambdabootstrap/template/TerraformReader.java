package io.github.lambdabootstrap.template;

import java.util.List;

/**
 * Reads Terraform's language as far as migration needs it: blocks become mappings under a key of their type and labels
 * joined with dots ({@code resource.aws_lambda_function.orders}), attributes become texts when they are one quoted
 * string without a template in it, and expressions, which keep their source, otherwise.
 */
final class TerraformReader implements TreeReader {

    @Override
    public List<Node> read(TemplateFile file) throws TemplateSyntaxException {
        Reading reading = new Reading(file);
        reading.tree.begin(new TreeBuilder.Opening(true, false, Node.NO_TAG, file.contentStart()));
        reading.body();
        reading.tree.end(file.text().length());
        return reading.tree.roots();
    }

    /** The reading of one file, from left to right. */
    private static final class Reading {
        private final TemplateFile file;
        private final String text;
        private final TreeBuilder tree;
        private final TerraformScanner scanner;
        private int blocks;

        Reading(TemplateFile file) {
            this.file = file;
            this.text = file.text();
            this.tree = new TreeBuilder(file);
            this.scanner = new TerraformScanner(file);
        }

        /** Attributes and blocks, with those inside of them, up to the end of the file. */
        void body() throws TemplateSyntaxException {
            int depth = 0;
            scanner.skipBlankLines();
            while (!scanner.atEnd()) {
                if (scanner.take('}')) {
                    if (depth-- == 0) {
                        throw scanner.unexpected("'}' closes nothing");
                    }
                    tree.end(scanner.position());
                } else {
                    depth += statement() ? 1 : 0;
                }
                scanner.skipBlankLines();
            }
            if (depth > 0) {
                throw scanner.unexpected("a '}' is missing at the end");
            }
        }

        /** An attribute, or the beginning of a block; says whether it was a block. */
        private boolean statement() throws TemplateSyntaxException {
            int start = scanner.position();
            String word = scanner.identifier();
            scanner.skipBlanks();
            if (scanner.take('=')) {
                tree.add(plain(word, start, start + word.length()), false);
                tree.add(value(), false);
                return false;
            }
            StringBuilder key = new StringBuilder(word);
            int end = scanner.position();
            while (!scanner.take('{')) {
                key.append('.').append(scanner.label());
                end = scanner.position();
                scanner.skipBlanks();
            }
            // blocks may repeat, as keys may not: the number tells them apart
            String unique = tree.hasKey(key.toString()) ? key + "#" + ++blocks : key.toString();
            tree.add(plain(unique, start, end), false);
            tree.begin(new TreeBuilder.Opening(true, false, Node.NO_TAG, scanner.position() - 1));
            return true;
        }

        private Scalar plain(String value, int start, int end) {
            return new Scalar(value, Node.NO_TAG, Scalar.Style.PLAIN, new SourceRange(file, start, end));
        }

        private Scalar value() throws TemplateSyntaxException {
            scanner.skipBlanks();
            int start = scanner.position();
            int end = scanner.expression();
            SourceRange range = new SourceRange(file, start, end);
            if (isLiteral(range.text())) {
                return new Scalar(text.substring(start + 1, end - 1), Node.NO_TAG, Scalar.Style.QUOTED, range);
            }
            return new Scalar(range.text(), Node.NO_TAG, Scalar.Style.EXPRESSION, range);
        }

        private static boolean isLiteral(String source) {
            return source.length() >= 2
                    && source.charAt(0) == '"'
                    && source.indexOf('"', 1) == source.length() - 1
                    && !source.contains("\\")
                    && !source.contains("${")
                    && !source.contains("%{");
        }
    }
}

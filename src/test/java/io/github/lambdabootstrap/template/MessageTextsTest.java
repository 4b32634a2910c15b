package io.github.lambdabootstrap.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Whatever is said of a template stands in a test: each text of the sources that is a sentence, or a part of one, is
 * looked for in the expectations, with anything where the sources put values in.
 */
class MessageTextsTest {

    private static final Path MAIN = Path.of("src/main/java/io/github/lambdabootstrap");
    private static final Path TESTS = Path.of("src/test/java/io/github/lambdabootstrap");

    /** Stands where a value is. */
    private static final char VALUE = '\u0000';

    /** Nobody sees them: they tell code apart that no two functions have, and where there is nothing to do. */
    private static final Set<String> KEYS =
            Set.of(VALUE + " (makefile target build-" + VALUE + ")", "the package of " + VALUE, "it has code");

    private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}[,;:']? '?\\p{L}{2,}");

    @Test
    void every_text_about_templates_stands_in_a_test() throws IOException {
        String expectations = expectations();
        Set<String> missing = new TreeSet<>();
        List<Path> sources = sources();
        for (Path source : sources) {
            texts(List.of(source)).stream()
                    .filter(text -> WORDS.matcher(text).find())
                    .filter(text -> !KEYS.contains(text))
                    .filter(text -> !pattern(text).matcher(expectations).find())
                    .forEach(text -> missing.add(source.getFileName() + ": " + text.replace(VALUE, '*')));
        }
        assertThat(sources).hasSizeGreaterThan(60);
        assertThat(missing).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        Stream<Path> rest = Stream.of("mojo/TemplateCopies.java", "mojo/MigrateMojo.java", "log/TextTemplateLog.java")
                .map(MAIN::resolve);
        Stream<Path> rules = files(MAIN.resolve("rules"), ".java").stream()
                .filter(path -> path.getFileName().toString().startsWith("Template"));
        return Stream.of(files(MAIN.resolve("template"), ".java").stream(), rules, rest)
                .flatMap(files -> files)
                .toList();
    }

    /** All expectations, one a line. */
    private static String expectations() throws IOException {
        List<Path> tests = Stream.of("template", "rules", "mojo", "log", "report", "truth")
                .flatMap(room -> files(TESTS.resolve(room), ".java").stream())
                .toList();
        List<String> lines = new ArrayList<>(texts(tests));
        for (Path golden : files(Path.of("src/test/resources/template"), ".remarks.txt")) {
            lines.add(Files.readString(golden));
        }
        for (Path script : files(Path.of("src/it"), ".groovy")) {
            // two texts that are added are one
            lines.add(Files.readString(script).replaceAll("['\"] \\+\\s*['\"]", ""));
        }
        return String.join("\n", lines);
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(Stream.of(text.split(VALUE + "|%[sd]|\n", -1))
                .filter(part -> !part.isBlank())
                .map(Pattern::quote)
                .collect(Collectors.joining("[^\n]*?")));
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of sources, each with what is added to it. */
    private static List<String> texts(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Texts texts = new Texts();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    diagnostic -> {},
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) {
                texts.scan(unit, null);
            }
        }
        return texts.found;
    }

    private static final class Texts extends TreeScanner<Void, Void> {

        private final List<String> found = new ArrayList<>();

        @Override
        public Void visitBinary(BinaryTree node, Void unused) {
            if (node.getKind() != Kind.PLUS) {
                return super.visitBinary(node, null);
            }
            StringBuilder text = new StringBuilder();
            append(node, text);
            found.add(text.toString());
            return null;
        }

        private void append(ExpressionTree node, StringBuilder text) {
            if (node instanceof BinaryTree sum && sum.getKind() == Kind.PLUS) {
                append(sum.getLeftOperand(), text);
                append(sum.getRightOperand(), text);
            } else if (node instanceof LiteralTree literal) {
                text.append(literal.getValue());
            } else {
                text.append(VALUE);
                scan(node, null);
            }
        }

        @Override
        public Void visitLiteral(LiteralTree node, Void unused) {
            if (node.getValue() instanceof String text) {
                found.add(text);
            }
            return null;
        }

        /** What nobody reads but who changes the plugin. */
        @Override
        public Void visitNewClass(NewClassTree node, Void unused) {
            String type = node.getIdentifier().toString();
            return type.equals("IllegalArgumentException") || type.equals("IllegalStateException")
                    ? null
                    : super.visitNewClass(node, null);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree node, Void unused) {
            return node.getMethodSelect().toString().equals("Pattern.compile")
                    ? null
                    : super.visitMethodInvocation(node, null);
        }
    }
}

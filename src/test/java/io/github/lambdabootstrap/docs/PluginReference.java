package io.github.lambdabootstrap.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The goals and their parameters, read from the plugin descriptor, and the nested beans, read from their source. */
record PluginReference(Map<String, Goal> goals) {

    /** A goal with its parameters in alphabetical order. */
    record Goal(String name, String description, String phase, List<Parameter> parameters) {}

    /** A parameter, or a field of a nested bean, for which property, default and since are empty. */
    record Parameter(
            String name, String type, String property, String defaultValue, String since, String description) {}

    // the descriptor that plugin-tools keeps for documentation: with markup and full types
    private static final Path DESCRIPTOR = Path.of("target/plugin-enhanced.xml");
    private static final Path BEANS = Path.of("src/main/java/io/github/lambdabootstrap/mojo/config");

    // a Javadoc comment, then a private field; annotations do not occur in beans
    private static final Pattern FIELD = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*private ([A-Za-z<>, ]+?) (\\w+)( = [^;]+)?;", Pattern.DOTALL);
    private static final Pattern BEAN = Pattern.compile("(\\w+Config)>?$");

    static PluginReference read() throws IOException {
        Map<String, Goal> goals = new TreeMap<>();
        for (Element mojo : elements(document().getElementsByTagName("mojo"))) {
            Goal goal = goal(mojo);
            goals.put(goal.name(), goal);
        }
        return new PluginReference(goals);
    }

    /** The fields of the bean that the type is, or is a list of; empty for any other type. */
    static List<Parameter> beanFields(String type) throws IOException {
        Matcher bean = BEAN.matcher(type);
        if (!bean.find() || !Files.exists(BEANS.resolve(bean.group(1) + ".java"))) {
            return List.of();
        }
        List<Parameter> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(Files.readString(BEANS.resolve(bean.group(1) + ".java")));
        while (field.find()) {
            String text = field.group(1).replaceAll("\\n\\s*\\* ?", " ").replaceAll("\\s*\\*\\s*$", "");
            fields.add(new Parameter(field.group(3), field.group(2), "", "", "", markdown(text)));
        }
        return fields;
    }

    private static Goal goal(Element mojo) {
        List<Parameter> parameters = new ArrayList<>();
        Map<String, Element> configuration = new TreeMap<>();
        child(mojo, "configuration")
                .ifPresent(c -> elements(c.getChildNodes()).forEach(e -> configuration.put(e.getTagName(), e)));
        for (Element parameter :
                elements(child(mojo, "parameters").orElseThrow().getChildNodes())) {
            if ("true".equals(text(parameter, "editable"))) {
                parameters.add(parameter(parameter, Optional.ofNullable(configuration.get(text(parameter, "name")))));
            }
        }
        parameters.sort((a, b) -> a.name().compareTo(b.name()));
        return new Goal(text(mojo, "goal"), markdown(text(mojo, "description")), text(mojo, "phase"), parameters);
    }

    private static Parameter parameter(Element parameter, Optional<Element> configuration) {
        String property = configuration.map(Element::getTextContent).orElse("");
        return new Parameter(
                text(parameter, "name"),
                text(parameter, "type"),
                property.startsWith("${lambda.") || property.startsWith("${skip") || property.startsWith("${maven.")
                        ? property.substring(2, property.length() - 1)
                        : "",
                configuration.map(c -> c.getAttribute("default-value")).orElse(""),
                text(parameter, "since"),
                markdown(text(parameter, "description")));
    }

    private static Element document() throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(DESCRIPTOR.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    /** Javadoc, or the HTML that the descriptor makes of it, as Markdown on one line. */
    static String markdown(String javadoc) {
        return javadoc.replaceAll("\\{@(?:code|literal) ([^}]*)}", "`$1`")
                .replaceAll("\\{@link #?([^}]*)}", "`$1`")
                .replaceAll("</?code>", "`")
                .replaceAll("</?(?:strong|b)>", "**")
                .replaceAll("<li>", " - ")
                .replaceAll("<a href=\"([^\"]*)\">([^<]*)</a>", "[$2]($1)")
                .replaceAll("</?(?:p|ul|li|br)\\s*/?>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#64;", "@")
                .replace("&amp;", "&")
                .replace("|", "\\|")
                .replaceAll("\\s+", " ")
                .trim();
    }

    /** A Java type as a user of XML thinks of it. */
    static String shortType(String type) {
        String plain = type.replaceAll("[a-z]+\\.", "");
        Matcher list = Pattern.compile("List<(\\w+)>").matcher(plain);
        if (list.matches()) {
            return "list of " + shortType(list.group(1));
        }
        return plain.endsWith("Config")
                ? "`<" + plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1, plain.length() - 6) + ">`"
                : plain.toLowerCase(Locale.ROOT);
    }

    private static Optional<Element> child(Element parent, String name) {
        return elements(parent.getChildNodes()).stream()
                .filter(e -> e.getTagName().equals(name))
                .findFirst();
    }

    private static String text(Element parent, String name) {
        return child(parent, name)
                .map(Element::getTextContent)
                .map(String::trim)
                .orElse("");
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}

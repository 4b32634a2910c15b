package io.github.lambdabootstrap.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Finds the lines of a pom that configure this plugin and its functions, counted from 1. */
final class PomLines {

    private static final String PLUGIN = "lambda-bootstrap-maven-plugin";
    private static final List<String> NAMES =
            List.of("functions/function", "functions/function/name", "bundles/bundle/name");

    private final Map<String, Integer> functions = new HashMap<>();
    private int plugin = 1;

    // while reading
    private final Deque<String> path = new ArrayDeque<>();
    private final Map<String, Integer> inPlugin = new HashMap<>();
    private boolean ours;
    private int pluginStart;
    private int start;

    private PomLines() {}

    /** The lines of a pom; of one that cannot be read, its first. */
    static PomLines of(Path pom) {
        PomLines lines = new PomLines();
        try (InputStream in = Files.newInputStream(pom)) {
            lines.read(factory().createXMLStreamReader(in));
        } catch (IOException | XMLStreamException e) {
            return new PomLines(); // Maven has read it, so this is rare; a finding without its line is still a finding
        }
        return lines;
    }

    /** The line that names the function or bundle of this archive, else that of the plugin, else the first. */
    int lineOf(String archive) {
        return Stream.of(archive, archive.replaceFirst("-(x86_64|arm64)$", ""))
                .flatMap(name -> Optional.ofNullable(functions.get(name)).stream())
                .findFirst()
                .orElse(plugin);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    text.setLength(0);
                    begin(xml.getLocalName(), xml.getLocation().getLineNumber());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    end(text.toString().trim());
                    text.setLength(0);
                }
                default -> {} // comments and the like name nothing
            }
        }
        xml.close();
    }

    private void begin(String element, int line) {
        path.addLast(element);
        start = line;
        if (element.equals("plugin")) {
            pluginStart = line;
            ours = false;
            inPlugin.clear();
        }
    }

    private void end(String text) {
        String place = String.join("/", path);
        ours |= place.endsWith("plugin/artifactId") && text.equals(PLUGIN);
        if (!text.isEmpty() && NAMES.stream().anyMatch(place::endsWith)) {
            inPlugin.putIfAbsent(text, start);
        }
        if (path.removeLast().equals("plugin") && ours) {
            inPlugin.forEach(functions::putIfAbsent);
            plugin = plugin == 1 ? pluginStart : plugin;
            ours = false;
        }
    }
}

package io.github.lambdabootstrap.mojo;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.toolchain.model.ToolchainModel;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The entry of type {@code go} in {@code toolchains.xml}. Maven has no factory for this type, so it is read here. */
final class GoToolchain {

    private static final String TYPE = "go";
    private static final String HOME = "goHome";

    private GoToolchain() {}

    /** The {@code goHome} of the first such entry that has one. */
    static Optional<Path> home(MavenExecutionRequest request) {
        return Stream.ofNullable(request.getToolchains())
                .flatMap(toolchains -> toolchains.getOrDefault(TYPE, List.of()).stream())
                .map(ToolchainModel::getConfiguration)
                // its class differs between versions of Maven, its text does not
                .flatMap(configuration -> homeIn(String.valueOf(configuration)).stream())
                .findFirst();
    }

    private static Optional<Path> homeIn(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // the default handler prints by itself
            builder.setErrorHandler(new DefaultHandler());
            NodeList homes =
                    builder.parse(new InputSource(new StringReader(xml))).getElementsByTagName(HOME);
            return homes.getLength() == 0
                    ? Optional.empty()
                    : Optional.of(homes.item(0).getTextContent().trim())
                            .filter(text -> !text.isEmpty())
                            .map(Path::of);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            // an entry without a configuration
            return Optional.empty();
        }
    }
}

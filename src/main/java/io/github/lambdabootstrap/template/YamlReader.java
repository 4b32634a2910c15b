package io.github.lambdabootstrap.template;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML from the parser's events, which carry the position of everything and leave aliases visible. */
final class YamlReader implements TreeReader {

    private static final String CORE_TAGS = "tag:yaml.org,2002:";

    /** Of the engine, in characters. With each one that it fills it moves what it has of a text that has not ended. */
    static final int LARGEST_BUFFER = 1 << 20;

    @Override
    public List<Node> read(TemplateFile file) throws TemplateSyntaxException {
        Reading reading = new Reading(file);
        String content = file.text().substring(file.contentStart());
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setCodePointLimit(content.length() + 1)
                .setBufferSize(Math.min(content.length() + 1, LARGEST_BUFFER))
                .build();
        try {
            for (Event event : new Parse(settings).parseReader(new WholeCharacters(content))) {
                reading.take(event);
            }
            return reading.tree.roots();
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw new TemplateSyntaxException(e.getProblem(), line, e);
        } catch (YamlEngineException e) {
            throw new TemplateSyntaxException(String.valueOf(e.getMessage()), 1, e);
        } catch (IllegalArgumentException e) {
            // snakeyaml-engine 2.10 counts on digits behind an escape's x or u, and on a character that they name
            throw new TemplateSyntaxException("an escape in double quotes names no character", 1, e);
        }
    }

    /** What is known half-way through a file. */
    private static final class Reading {
        private final TemplateFile file;
        private final CodePoints codePoints;
        private final TreeBuilder tree;
        private final Map<Anchor, Node> anchors = new HashMap<>();
        private final Deque<Optional<Anchor>> openAnchors = new ArrayDeque<>();

        Reading(TemplateFile file) {
            this.file = file;
            this.codePoints = new CodePoints(file.text(), file.contentStart());
            this.tree = new TreeBuilder(file);
        }

        void take(Event event) throws TemplateSyntaxException {
            if (event instanceof ScalarEvent scalar) {
                Node node = scalar(scalar);
                name(scalar.getAnchor(), node);
                tree.add(node, false);
            } else if (event instanceof AliasEvent alias) {
                tree.add(named(alias), true);
            } else if (event instanceof CollectionStartEvent start) {
                openAnchors.push(start.getAnchor());
                tree.begin(new TreeBuilder.Opening(
                        start instanceof MappingStartEvent, start.isFlow(), tag(start.getTag()), start(start)));
            } else if (event instanceof CollectionEndEvent) {
                name(openAnchors.pop(), tree.end(end(event)));
            } else if (event instanceof DocumentStartEvent) {
                anchors.clear();
            }
        }

        private void name(Optional<Anchor> anchor, Node node) {
            anchor.ifPresent(name -> anchors.put(name, node));
        }

        /** A collection gets its name when it ends, so that none can be within itself. */
        private Node named(AliasEvent alias) throws TemplateSyntaxException {
            Anchor anchor = ((NodeEvent) alias).getAnchor().orElseThrow();
            Node node = anchors.get(anchor);
            if (node == null) {
                throw new TemplateSyntaxException(
                        "the alias *" + anchor.getValue() + " refers to nothing before it", file.line(start(alias)));
            }
            return node;
        }

        private Scalar scalar(ScalarEvent event) {
            SourceRange range = new SourceRange(file, start(event), end(event));
            Scalar.Style style = switch (event.getScalarStyle()) {
                case PLAIN -> Scalar.Style.PLAIN;
                case SINGLE_QUOTED, DOUBLE_QUOTED -> Scalar.Style.QUOTED;
                default -> Scalar.Style.BLOCK;
            };
            return new Scalar(event.getValue(), tag(event.getTag()), style, range);
        }

        private static String tag(Optional<String> tag) {
            return tag.filter(text -> !text.startsWith(CORE_TAGS) && !text.equals("!"))
                    .orElse(Node.NO_TAG);
        }

        private int start(Event event) {
            return offset(event.getStartMark());
        }

        private int end(Event event) {
            return offset(event.getEndMark());
        }

        private int offset(Optional<Mark> mark) {
            return codePoints.offset(mark.orElseThrow().getIndex());
        }
    }
}

package io.github.lambdabootstrap.template;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the properties that name files beside a template, which {@code sam} and {@code aws cloudformation package}
 * upload: in a copy elsewhere, these have another relative path.
 */
record LocalPaths(Mapping root, Path folder) {

    private static final String INCLUDE = "AWS::Include";

    /** What these tools upload, by the type of the resource. */
    private static final Map<String, List<String>> PROPERTIES = Map.ofEntries(
            Map.entry("AWS::Serverless::Function", List.of("CodeUri")),
            Map.entry("AWS::Lambda::Function", List.of("Code")),
            Map.entry("AWS::Serverless::LayerVersion", List.of("ContentUri")),
            Map.entry("AWS::Lambda::LayerVersion", List.of("Content")),
            Map.entry("AWS::Serverless::Api", List.of("DefinitionUri")),
            Map.entry("AWS::Serverless::HttpApi", List.of("DefinitionUri")),
            Map.entry("AWS::Serverless::StateMachine", List.of("DefinitionUri")),
            Map.entry("AWS::Serverless::GraphQLApi", List.of("SchemaUri")),
            Map.entry("AWS::Serverless::Application", List.of("Location")),
            Map.entry("AWS::CloudFormation::Stack", List.of("TemplateURL")),
            Map.entry("AWS::CloudFormation::StackSet", List.of("TemplateURL")),
            Map.entry("AWS::CloudFormation::ModuleVersion", List.of("ModulePackage")),
            Map.entry("AWS::CloudFormation::ResourceVersion", List.of("SchemaHandlerPackage")),
            Map.entry("AWS::ApiGateway::RestApi", List.of("BodyS3Location")),
            Map.entry("AWS::ApiGatewayV2::Api", List.of("BodyS3Location")),
            Map.entry("AWS::AppSync::GraphQLSchema", List.of("DefinitionS3Location")),
            Map.entry(
                    "AWS::AppSync::Resolver",
                    List.of("RequestMappingTemplateS3Location", "ResponseMappingTemplateS3Location", "CodeS3Location")),
            Map.entry(
                    "AWS::AppSync::FunctionConfiguration",
                    List.of("RequestMappingTemplateS3Location", "ResponseMappingTemplateS3Location", "CodeS3Location")),
            Map.entry("AWS::StepFunctions::StateMachine", List.of("DefinitionS3Location")),
            Map.entry("AWS::Glue::Job", List.of("Command.ScriptLocation")),
            Map.entry("AWS::CodeCommit::Repository", List.of("Code.S3")),
            Map.entry("AWS::ElasticBeanstalk::ApplicationVersion", List.of("SourceBundle")));

    /**
     * A property that names a file or folder that is there.
     *
     * @param owner the logical id of its resource, or {@code Globals}
     * @param slot where it stands
     * @param path absolute
     */
    record Local(String owner, Slot slot, Path path) {}

    List<Local> find() {
        Stream<Local> globals =
                root.find("Globals", "Function", "CodeUri").stream().flatMap(slot -> local("Globals", slot));
        Stream<Local> published = Stream.of("LicenseUrl", "ReadmeUrl")
                .flatMap(key -> root.find("Metadata", "AWS::ServerlessRepo::Application", key).stream())
                .flatMap(slot -> local("Metadata", slot));
        Stream<Local> resources = root.mapping("Resources").stream().flatMap(this::ofResources);
        return Stream.of(globals, published, resources, included())
                .flatMap(found -> found)
                .toList();
    }

    private Stream<Local> ofResources(Mapping resources) {
        return resources.all().stream()
                .flatMap(slot -> slot.value() instanceof Mapping resource
                        ? ofResource(slot.name(), resource)
                        : Loop.of(slot).stream().flatMap(loop -> ofResources(loop.body())));
    }

    private Stream<Local> ofResource(String id, Mapping resource) {
        return PROPERTIES.getOrDefault(resource.text("Type").orElse(""), List.of()).stream()
                .flatMap(property -> resource.find("Properties", property.split("\\.")).stream())
                .flatMap(slot -> local(id, slot));
    }

    /** Parts of templates and of API definitions, wherever they are included. */
    private Stream<Local> included() {
        return Tree.slots(root).stream()
                .filter(slot -> slot.value() instanceof Mapping call
                        && call.text("Name").filter(INCLUDE::equals).isPresent())
                .flatMap(slot -> ((Mapping) slot.value()).find("Parameters", "Location").stream())
                .flatMap(slot -> local(INCLUDE, slot));
    }

    private Stream<Local> local(String owner, Slot slot) {
        return Optional.of(slot.value()).stream()
                .filter(value -> value instanceof Scalar scalar
                        && scalar.isText()
                        && !scalar.value().isBlank())
                .map(value -> ((Scalar) value).value())
                .filter(text -> !text.contains("://"))
                .flatMap(text -> path(text).stream())
                .map(path -> new Local(owner, slot, path));
    }

    private Optional<Path> path(String text) {
        try {
            Path path = folder.resolve(text).normalize();
            return Path.of(text).isAbsolute() || !Files.exists(path) ? Optional.empty() : Optional.of(path);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}

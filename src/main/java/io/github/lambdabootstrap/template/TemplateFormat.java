package io.github.lambdabootstrap.template;

/** What kind of file was looked at. */
public enum TemplateFormat {
    SAM("AWS SAM"),
    CLOUDFORMATION("CloudFormation"),
    SERVERLESS("Serverless Framework"),
    TERRAFORM("Terraform"),
    /** Text that makes templates, or speaks of runtimes: it is told and never changed. */
    SOURCE("source"),
    /** Nothing that migration is about. */
    OTHER("other");

    private final String title;

    TemplateFormat(String title) {
        this.title = title;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    static TemplateFormat of(Mapping root) {
        if (CloudFormationFunctions.describes(root)) {
            boolean sam = root.find("Transform").stream()
                    .flatMap(slot -> Tree.scalars(slot.value()).stream())
                    .anyMatch(text -> text.value().startsWith("AWS::Serverless-"));
            return sam ? SAM : CLOUDFORMATION;
        }
        return ServerlessFunctions.describes(root) ? SERVERLESS : OTHER;
    }
}

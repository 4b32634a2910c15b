package io.github.lambdabootstrap.report;

/** Where this project's pages are, for reports that are read far from its sources. */
final class ProjectPages {

    static final String HOME = "https://github.com/lambdabootstrap/lambda-bootstrap-maven-plugin";

    private ProjectPages() {}

    /** The address of a page below {@code docs/}, with its anchor. */
    static String docs(String page) {
        return HOME + "/blob/main/docs/" + page;
    }
}

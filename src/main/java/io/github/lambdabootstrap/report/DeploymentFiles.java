package io.github.lambdabootstrap.report;

import com.google.gson.JsonElement;
import io.github.lambdabootstrap.gate.Verdict;
import io.github.lambdabootstrap.problem.Problems;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code upload} writes for the tools that deploy functions: {@code deployment.json}, and the forms that they read
 * by themselves. The files are there only while they are true: a run removes them before its first request and writes
 * them after its last, when every archive is stored.
 */
public final class DeploymentFiles {

    /** The name of the manifest in its folder. */
    public static final String MANIFEST = "deployment.json";

    /** For {@code aws cloudformation}. */
    static final String PARAMETERS = "cloudformation-parameters.json";

    /** To be included in a CloudFormation or SAM template. */
    static final String FRAGMENT = "cloudformation-fragment.json";

    /** For Terraform. */
    static final String VARIABLES = "lambda_archives.auto.tfvars.json";

    /** All of them. */
    public static final List<String> NAMES = List.of(MANIFEST, PARAMETERS, FRAGMENT, VARIABLES);

    private final Path folder;
    private final String pluginVersion;

    /** @param folder absolute */
    public DeploymentFiles(Path folder, String pluginVersion) {
        this.folder = folder;
        this.pluginVersion = pluginVersion;
    }

    /** Removes those of an earlier run, if there are some. */
    public void delete() {
        // the manifest first: while it is there, all of them are
        NAMES.forEach(name -> file(name).delete());
    }

    /** Adds what keeps archives from having a name of their own in these files. */
    public void check(List<Verdict> verdicts, Problems problems) {
        CloudFormationName.check(verdicts, problems);
    }

    /**
     * Writes them, each whole or not at all, the manifest last.
     *
     * @param deployments every archive of the run, of names that {@link #check} had nothing to say of
     */
    public void write(List<Deployment> deployments) {
        write(PARAMETERS, CloudFormationForms.parameters(deployments));
        write(FRAGMENT, CloudFormationForms.fragment(deployments));
        write(VARIABLES, TerraformForm.of(deployments));
        InventoryFile manifest = file(MANIFEST);
        write(MANIFEST, new DeploymentManifest(manifest, pluginVersion).of(deployments));
    }

    private void write(String name, JsonElement document) {
        file(name).write(JsonText.of(document));
    }

    private InventoryFile file(String name) {
        return new InventoryFile(folder.resolve(name), "upload");
    }
}

package io.github.lambdabootstrap.template;

import java.util.List;
import java.util.Set;

/**
 * The functions that a template describes, and who uses the texts that their runtimes and handlers come from.
 *
 * @param functions in the order of the source
 * @param users of a text, every slot that holds it or refers to it
 * @param neutral slots that only give a text a name, for aliases elsewhere
 * @param remarks what was seen, whatever the functions do
 * @param settings further texts that name the runtimes that a tool may build for
 */
record TemplateFunctions(
        List<FunctionFacts> functions,
        TextUsers users,
        Set<Slot> neutral,
        List<Remark> remarks,
        ToolSettings settings) {

    /**
     * What has to change beside the functions when one of them does.
     *
     * @param runtimes texts that become the new runtime
     * @param switches texts that become {@code true}
     */
    record ToolSettings(List<Scalar> runtimes, List<Scalar> switches) {
        static final ToolSettings NONE = new ToolSettings(List.of(), List.of());

        ToolSettings {
            runtimes = List.copyOf(runtimes);
            switches = List.copyOf(switches);
        }
    }

    TemplateFunctions {
        functions = List.copyOf(functions);
        remarks = List.copyOf(remarks);
    }
}

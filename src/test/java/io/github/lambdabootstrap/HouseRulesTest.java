package io.github.lambdabootstrap;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The import rules of docs/design.md. */
class HouseRulesTest {

    private static final String ROOT = "io.github.lambdabootstrap";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @ParameterizedTest(name = "{0} imports only {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "model, -",
                "problem, -",
                "elf, model problem",
                "log, model problem",
                "archive, model problem log",
                "build, model log problem elf",
                "shim, model archive problem",
                "bundle, model archive shim problem log",
                "rules, model archive elf shim problem",
                "gate, rules model archive elf shim problem log",
                "report, model problem rules gate template",
                "template, model problem log",
                "s3, model log problem gate",
            })
    void a_room_imports_only_what_the_design_allows(String room, String allowed) {
        String[] friends = Stream.concat(
                        Stream.of(room), allowed == null ? Stream.empty() : Arrays.stream(allowed.split(" ")))
                .map(name -> ROOT + "." + name + "..")
                .toArray(String[]::new);
        String[] others = Stream.of(
                        "model",
                        "problem",
                        "elf",
                        "log",
                        "archive",
                        "shim",
                        "bundle",
                        "build",
                        "rules",
                        "gate",
                        "s3",
                        "template",
                        "runtimeapi",
                        "report",
                        "mojo")
                .map(name -> ROOT + "." + name + "..")
                .filter(name -> !Arrays.asList(friends).contains(name))
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(CLASSES);
    }

    @Test
    void the_encoder_imports_nothing_of_ours() {
        String encoder = ROOT + ".archive.deflate..";
        noClasses()
                .that()
                .resideInAPackage(encoder)
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(resideOutsideOfPackage(encoder)))
                .check(CLASSES);
    }

    @ParameterizedTest(name = "{1} is named in {0} alone")
    @CsvSource({
        "mojo, org.apache.maven..",
        "archive, org.apache.commons.compress..",
        "archive, org.codehaus.plexus.archiver..",
        "s3, software.amazon.awssdk..",
        "template, org.snakeyaml..",
    })
    void a_library_stays_in_its_room(String room, String library) {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void no_room_depends_on_itself_through_another() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothing_static_can_change() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(ROOT + "..")
                .should()
                .beFinal()
                .check(CLASSES);
    }

    /** Maven sets one field for each parameter name: of a goal's and its superclass's, only the goal's. */
    @Test
    void no_field_hides_one_of_a_superclass() {
        assertThat(CLASSES.stream().flatMap(type -> type.getFields().stream()))
                .filteredOn(HouseRulesTest::hidesAnother)
                .isEmpty();
    }

    private static boolean hidesAnother(JavaField field) {
        return !field.getModifiers().contains(JavaModifier.STATIC)
                && field.getOwner().getAllRawSuperclasses().stream()
                        .anyMatch(parent -> parent.tryGetField(field.getName()).isPresent());
    }
}

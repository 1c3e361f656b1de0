package io.dealdocs;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The map of packages, as a build that fails: imports only go down, news travels up as events. */
class ArchitectureTests {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.dealdocs")
            .that(not(resideInAPackage("io.dealdocs.sandbox..")));

    private static final String[][] LEVELS = {
        {"documents.ui", "editing.ui", "settings.ui", "console"},
        {"editing", "publishing"},
        {"documents", "settings", "access"},
        {"installation"},
        {"pipedrive", "onlyoffice", "editor", "panelhost"},
        // The view building blocks speak refusals, which are a shared word.
        {"ui"},
        {"shared"},
    };

    @Test
    void modulesUseOnlyEachOthersPublicFaces() {
        ApplicationModules.of(Application.class).verify();
    }

    @Test
    void packagesFormNoRings() {
        slices().matching("io.dealdocs.(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void importsOnlyGoDownAndNeverSideways() {
        LayeredArchitecture map = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String[] level : LEVELS) {
            for (String name : level) {
                map = map.layer(name).definedBy("io.dealdocs." + name);
            }
        }
        for (int level = 0; level < LEVELS.length; level++) {
            String[] above = above(level);
            for (String name : LEVELS[level]) {
                map = above.length == 0
                        ? map.whereLayer(name).mayNotBeAccessedByAnyLayer()
                        : map.whereLayer(name).mayOnlyBeAccessedByLayers(above);
            }
        }
        map.check(PRODUCT);
    }

    private static String[] above(int level) {
        return Arrays.stream(LEVELS).limit(level).flatMap(Arrays::stream).toArray(String[]::new);
    }

    @Test
    void viewsNeverImportAPort() {
        noClasses()
                .that(resideInAnyPackage("io.dealdocs..ui..", "io.dealdocs.console.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.dealdocs.pipedrive..", "io.dealdocs.onlyoffice.."))
                .check(PRODUCT);
    }

    @Test
    void onlyPagesAndAccessKnowVaadin() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.dealdocs..ui..",
                        "io.dealdocs.console..",
                        "io.dealdocs.editor..",
                        "io.dealdocs.panelhost..",
                        "io.dealdocs.access..")
                .should()
                .dependOnClassesThat(resideInAPackage("com.vaadin.."))
                .check(PRODUCT);
    }

    @Test
    void standInsImportNothingOfOurs() {
        JavaClasses standIns = new ClassFileImporter().importPackages("io.dealdocs.sandbox");
        noClasses()
                .that(resideInAPackage("io.dealdocs.sandbox.."))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.dealdocs..").and(not(resideInAPackage("io.dealdocs.sandbox.."))))
                .check(standIns);
    }
}

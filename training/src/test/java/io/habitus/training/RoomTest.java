package io.habitus.training;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What this room is for, as a rule. */
class RoomTest {

    @Test
    void training_knows_the_models_and_its_solver_and_no_service() {
        var room = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.habitus.training");
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.habitus.training..",
                        "io.habitus.tagging..",
                        "de.bwaldvogel.liblinear..",
                        "tools.jackson..",
                        "picocli..",
                        "java..")
                .check(room);
    }
}

package io.habitus.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What this room is for, as a rule. */
class RoomTest {

    @Test
    void the_simulator_knows_nothing_but_the_jdk_so_its_truth_is_independent_of_the_services() {
        var room = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.habitus.simulator");
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.habitus.simulator..", "java..")
                .check(room);
    }
}

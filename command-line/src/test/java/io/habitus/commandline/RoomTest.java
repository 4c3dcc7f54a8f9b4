package io.habitus.commandline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What this room is for, as a rule. */
class RoomTest {

    @Test
    void the_commands_know_the_public_door_only() {
        var room = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.habitus.commandline");
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.habitus.commandline..", "io.habitus.simulator..", "java..", "tools.jackson..", "picocli..")
                .check(room);
    }
}

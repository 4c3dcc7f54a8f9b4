package io.habitus.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What this room is for, as a rule. */
class RoomTest {

    @Test
    void contracts_know_the_jdk_jackson_and_kafka_clients_only() {
        var room = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.habitus.contracts");
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.habitus.contracts..",
                        "java..",
                        "com.fasterxml.jackson.annotation..",
                        "tools.jackson..",
                        "org.apache.kafka.common..")
                .check(room);
    }
}

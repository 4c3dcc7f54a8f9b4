package io.habitus.tagging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What this room is for, as a rule. */
class RoomTest {

    @Test
    void tagging_knows_the_jdk_and_icu_only() {
        var room = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.habitus.tagging");
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.habitus.tagging..", "java..", "com.ibm.icu..")
                .check(room);
    }
}

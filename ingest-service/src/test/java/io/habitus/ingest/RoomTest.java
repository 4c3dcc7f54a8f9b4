package io.habitus.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What this room is for, as rules. */
class RoomTest {

    private static final JavaClasses ROOM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.habitus.ingest");

    @Test
    void ingest_service_knows_no_other_service() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.habitus.ingest..",
                        "io.habitus.contracts..",
                        "java..",
                        "javax.crypto..",
                        "jakarta.servlet..",
                        "jakarta.validation..",
                        "org.springframework..",
                        "org.apache.kafka..",
                        "io.micrometer..",
                        "tools.jackson..",
                        "org.slf4j..")
                .check(ROOM);
    }

    @Test
    void keys_and_ciphers_stay_in_the_privacy_room() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.habitus.ingest.privacy..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.crypto..")
                .check(ROOM);
    }

    @Test
    void only_the_outlet_writes_to_kafka() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.habitus.ingest.log..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka.clients.producer..", "org.apache.kafka.clients.consumer..")
                .check(ROOM);
    }

    @Test
    void only_http_speaks_http() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.habitus.ingest.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.http..", "org.springframework.web..", "jakarta.servlet..")
                .check(ROOM);
    }

    @Test
    void lines_are_read_without_spring_and_kafka() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.habitus.ingest.lines..", "io.habitus.ingest.privacy..", "io.habitus.ingest.accounts..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.apache.kafka..")
                .check(ROOM);
    }

    @Test
    void packages_form_no_circles() {
        slices().matching("io.habitus.ingest.(*)..").should().beFreeOfCycles().check(ROOM);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameStartingWith("Base")
                .orShould()
                .haveSimpleNameStartingWith("Common")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .check(ROOM);
    }
}

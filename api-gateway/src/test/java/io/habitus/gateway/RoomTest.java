package io.habitus.gateway;

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
            .importPackages("io.habitus.gateway");

    @Test
    void the_gateway_knows_the_contracts_and_no_other_room() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.habitus.ingest..",
                        "io.habitus.analysis..",
                        "io.habitus.persona..",
                        "io.habitus.tagging..",
                        "io.habitus.backends..",
                        "io.habitus.commandline..")
                .check(ROOM);
    }

    @Test
    void packages_do_not_know_each_other_in_circles() {
        slices().matching("io.habitus.gateway.(*)..").should().beFreeOfCycles().check(ROOM);
    }

    @Test
    void keys_scopes_and_projects_are_looked_at_in_one_place() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.habitus.gateway.door", "io.habitus.gateway.keys")
                .should()
                .callMethod("io.habitus.gateway.keys.Keys", "opening", "java.lang.String")
                .orShould()
                .callMethod("io.habitus.gateway.keys.Sessions", "opening", "java.lang.String")
                .check(ROOM);
    }

    @Test
    void only_the_ledger_speaks_to_the_broker() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.habitus.gateway.ledger")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka.clients..")
                .check(ROOM);
    }

    @Test
    void only_forwarding_knows_spring_cloud_gateway() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.habitus.gateway.services")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.cloud..")
                .check(ROOM);
    }

    @Test
    void classes_say_what_they_are_and_not_what_job_they_have() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|Base|Common|Dto)$")
                .check(ROOM);
    }
}

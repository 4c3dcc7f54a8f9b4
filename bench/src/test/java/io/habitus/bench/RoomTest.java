package io.habitus.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What this room is for, as rules. */
class RoomTest {

    private static final JavaClasses ROOM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.habitus.bench");

    @Test
    void of_the_services_only_how_a_mention_is_indexed_and_matched_is_known() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.habitus.ingest..",
                        "io.habitus.persona..",
                        "io.habitus.gateway..",
                        "io.habitus.analysis",
                        "io.habitus.analysis.api..",
                        "io.habitus.analysis.mentions..",
                        "io.habitus.analysis.rematching..",
                        "org.springframework..")
                .check(ROOM);
    }

    @Test
    void jmh_stays_in_its_corner() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.habitus.bench.micro..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.openjdk.jmh..")
                .check(ROOM);
        classes()
                .that()
                .resideInAPackage("io.habitus.bench.micro")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage("io.habitus.bench")
                .check(ROOM);
    }

    @Test
    void things_are_named_not_their_job_titles() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Base|Common|Dto)(\\$.*)?")
                .check(ROOM);
    }
}

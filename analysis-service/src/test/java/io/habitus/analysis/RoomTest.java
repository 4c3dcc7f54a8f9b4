package io.habitus.analysis;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
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
            .importPackages("io.habitus.analysis");

    @Test
    void only_the_mention_index_speaks_to_elasticsearch() {
        noClasses()
                .that()
                .haveNameNotMatching("io\\.habitus\\.analysis\\.index\\.MentionIndex(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.elasticsearch..", "org.apache.http..")
                .check(ROOM);
        noClasses()
                .that()
                .haveNameNotMatching("io\\.habitus\\.analysis\\.(index\\.MentionIndex|query\\..*)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("co.elastic..")
                .check(ROOM);
    }

    @Test
    void mentions_are_decided_without_knowing_what_becomes_of_them() {
        noClasses()
                .that()
                .resideInAnyPackage("..analysis.mentions..", "..analysis.watches..", "..analysis.query..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..analysis.index..", "..analysis.api..", "..analysis.rematching..")
                .check(ROOM);
    }

    @Test
    void spring_stays_at_the_edge() {
        noClasses()
                .that(resideInAnyPackage(
                                "..analysis.mentions..",
                                "..analysis.index..",
                                "..analysis.rematching..",
                                "..analysis.watches..",
                                "..analysis.query..")
                        .and(not(simpleNameEndingWith("Configuration"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(ROOM);
    }

    @Test
    void nothing_knows_the_doors() {
        noClasses()
                .that(not(resideInAPackage("..analysis.api..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..analysis.api..")
                .check(ROOM);
    }

    @Test
    void no_other_service_is_known() {
        classes()
                .should()
                .onlyDependOnClassesThat(not(resideInAnyPackage(
                        "io.habitus.ingest..",
                        "io.habitus.persona..",
                        "io.habitus.gateway..",
                        "io.habitus.simulator..",
                        "io.habitus.backends..")))
                .check(ROOM);
    }

    @Test
    void packages_do_not_go_round_in_circles() {
        slices().matching("io.habitus.analysis.(*)..").should().beFreeOfCycles().check(ROOM);
    }

    @Test
    void things_are_named_not_their_job_titles() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveNameMatching(".*(Helper|Util|Utils|Impl|Base|Common|Dto)(\\$.*)?")
                .check(ROOM);
    }
}

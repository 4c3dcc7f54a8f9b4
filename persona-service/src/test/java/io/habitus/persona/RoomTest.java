package io.habitus.persona;

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
            .importPackages("io.habitus.persona");

    @Test
    void of_habitus_it_knows_itself_the_contracts_and_tagging_only() {
        noClasses()
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "belong to another room",
                        other -> other.getPackageName().startsWith("io.habitus.")
                                && !other.getPackageName().startsWith("io.habitus.persona")
                                && !other.getPackageName().startsWith("io.habitus.contracts")
                                && !other.getPackageName().startsWith("io.habitus.tagging")))
                .check(ROOM);
    }

    @Test
    void no_package_needs_another_that_needs_it() {
        slices().matching("io.habitus.persona.(*)..").should().beFreeOfCycles().check(ROOM);
    }

    @Test
    void only_rest_running_and_the_start_know_spring() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.habitus.persona.contribution..",
                        "io.habitus.persona.timeline..",
                        "io.habitus.persona.rolling..",
                        "io.habitus.persona.range..",
                        "io.habitus.persona.expected..",
                        "io.habitus.persona.views..",
                        "io.habitus.persona.words..",
                        "io.habitus.persona.sample..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(ROOM);
    }

    @Test
    void own_words_are_pure() {
        classes()
                .that()
                .resideInAPackage("io.habitus.persona.words..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.io..",
                        "java.nio.charset..",
                        "java.util..",
                        "io.habitus.persona.words..",
                        "io.habitus.tagging..",
                        "org.apache.lucene.analysis..",
                        "org.tartarus.snowball..")
                .check(ROOM);
    }

    @Test
    void nothing_is_counted_through_windowed_stores_grace_or_suppression() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.apache\\.kafka\\.streams\\..*(Window|Suppress|Session).*")
                .check(ROOM);
    }

    @Test
    void names_say_what_a_thing_is() {
        classes()
                .should()
                .haveSimpleNameNotEndingWith("Manager")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Util")
                .andShould()
                .haveSimpleNameNotEndingWith("Utils")
                .andShould()
                .haveSimpleNameNotEndingWith("Impl")
                .andShould()
                .haveSimpleNameNotStartingWith("Base")
                .andShould()
                .haveSimpleNameNotStartingWith("Common")
                .andShould()
                .haveSimpleNameNotEndingWith("Dto")
                .check(ROOM);
    }
}

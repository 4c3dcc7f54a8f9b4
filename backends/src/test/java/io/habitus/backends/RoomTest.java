package io.habitus.backends;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Guards this room: two servers, and nothing of Habitus or Spring. */
class RoomTest {

    private static final JavaClasses ROOM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.habitus.backends");

    @Test
    void only_what_the_servers_need_comes_in() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "com.sun.security.auth.module",
                        "kafka..",
                        "org.apache.kafka..",
                        "org.slf4j..",
                        "ch.qos.logback..",
                        "org.junit.jupiter.api..",
                        "org.testcontainers..",
                        "com.github.dockerjava..",
                        "io.habitus.backends..")
                .check(ROOM);
    }

    @Test
    void the_servers_do_not_know_of_tests() {
        noClasses()
                .that()
                .resideInAPackage("io.habitus.backends")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.habitus.backends.junit", "org.junit..", "org.testcontainers..")
                .check(ROOM);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveNameMatching(".*(Helper|Util|Utils|Impl|Base|Common|Dto)$")
                .check(ROOM);
    }

    @Test
    void classes_are_final() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(ROOM);
    }
}

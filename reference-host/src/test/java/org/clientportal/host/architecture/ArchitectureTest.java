package org.clientportal.host.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Who may know whom; this module sees all the others. */
@AnalyzeClasses(packages = "org.clientportal", importOptions = ArchitectureTest.WithoutTests.class)
class ArchitectureTest {
    private static final String[] SPI = {"org.clientportal.model..", "org.clientportal.storage"};
    private static final String[] ADAPTERS = {
        "org.clientportal.storage.memory..", "org.clientportal.storage.jdbc..", "org.clientportal.storage.files.."
    };
    private static final String[] DATABASES = {
        "java.sql..", "javax.sql..", "com.zaxxer..", "org.flywaydb..", "org.postgresql..", "org.sqlite.."
    };

    @ArchTest
    static final ArchRule the_storage_spi_needs_only_the_jdk = noClasses()
            .that(resideInAnyPackage(SPI))
            .should()
            .dependOnClassesThat(resideOutsideOfPackages(
                            "org.clientportal.model..", "org.clientportal.storage", "java..", "org.jspecify..")
                    .or(resideInAnyPackage(DATABASES)));

    @ArchTest
    static final ArchRule core_knows_no_database_server_format_wiring_or_token = noClasses()
            .that(resideInAPackage("org.clientportal.core.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(DATABASES)
                    .or(resideInAnyPackage(ADAPTERS))
                    .or(resideInAnyPackage(
                            "java.net.http..",
                            "org.eclipse.jetty..",
                            "com.fasterxml.jackson..",
                            "com.google.inject..",
                            "com.nimbusds..",
                            "org.clientportal.auth..",
                            "org.clientportal.host..")));

    @ArchTest
    static final ArchRule auth_knows_no_database = noClasses()
            .that(resideInAPackage("org.clientportal.auth.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(DATABASES)
                    .or(resideInAnyPackage(ADAPTERS))
                    .or(resideInAPackage("org.clientportal.host..")))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule adapters_know_the_spi_and_nothing_above_it = noClasses()
            .that(resideInAnyPackage(ADAPTERS))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.clientportal.core..", "org.clientportal.auth..", "org.clientportal.host.."));

    @ArchTest
    static final ArchRule guice_is_for_wiring_alone = noClasses()
            .that(resideOutsideOfPackages("org.clientportal.host.wiring.."))
            .should()
            .dependOnClassesThat(resideInAPackage("com.google.inject.."));

    @ArchTest
    static final ArchRule nobody_knows_the_wiring_but_what_starts_it = noClasses()
            .that(resideOutsideOfPackages("org.clientportal.host.wiring..", "org.clientportal.host.cli..")
                    .and(resideOutsideOfPackages("org.clientportal.host")))
            .should()
            .dependOnClassesThat(resideInAPackage("org.clientportal.host.wiring.."))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule a_name_says_what_a_thing_is = noClasses()
            .that(resideInAPackage("org.clientportal.."))
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils)");

    /** Where it is missing the null checker looks away without a word. */
    @ArchTest
    static final ArchRule every_package_says_that_nothing_is_null = classes()
            .that(resideInAPackage("org.clientportal.."))
            .should(new ArchCondition<>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
                }
            });

    /** ArchUnit's own option overlooks the tests that -Pquick puts under {@code target/quick}. */
    static final class WithoutTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }
}

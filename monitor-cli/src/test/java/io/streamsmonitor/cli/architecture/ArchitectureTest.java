package io.streamsmonitor.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows of the house, and which library lives in which room. */
class ArchitectureTest {
  private static final String ROOT = "io.streamsmonitor.";
  private static JavaClasses house;

  @BeforeAll
  static void readTheHouse() {
    house =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.streamsmonitor");
  }

  @Test
  void modulesKnowOnlyWhatTheyMay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("core")
        .definedBy(ROOT + "core..")
        .layer("envelope")
        .definedBy(ROOT + "envelope..")
        .layer("agents")
        .definedBy(ROOT + "agents..")
        .layer("report")
        .definedBy(ROOT + "report..")
        .layer("cli")
        .definedBy(ROOT + "cli..")
        .layer("testkit")
        .definedBy(ROOT + "testkit..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("agents")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("envelope")
        .mayOnlyBeAccessedByLayers("agents")
        .whereLayer("core")
        .mayOnlyBeAccessedByLayers("agents", "report", "cli", "testkit")
        .check(house);
  }

  @Test
  void noPackageIsInACycle() {
    slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(house);
  }

  @Test
  void theCoreKnowsNothingButTheJdkSlf4jAndJackson() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "core..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            ROOT + "core..",
            "java..",
            "javax.crypto..",
            "org.slf4j..",
            "com.fasterxml.jackson..",
            "org.jspecify..")
        .check(house);
  }

  @Test
  void eachLibraryHasItsRoom() {
    only("redis.clients..", ROOT + "agents.streams.jedis..", ROOT + "envelope..");
    only("com.github.javaparser..", ROOT + "agents.source.java..");
    only("com.google.re2j..", ROOT + "agents.logs.pattern..");
    only("picocli..", ROOT + "cli..");
    only("com.fasterxml.jackson.dataformat.yaml..", ROOT + "cli..", ROOT + "agents.config..");
    only("org.yaml..", ROOT + "agents.config..");
    only("org.assertj..", ROOT + "testkit..");
    only("io.opentelemetry..", ROOT + "envelope.otel..");
    only("io.micrometer..", ROOT + "envelope.micrometer..");
    only("ch.qos.logback..", ROOT + "envelope.logback..");
  }

  private static void only(String library, String... rooms) {
    noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(house);
  }

  @Test
  void onlyTheWallClockReadsTheTime() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + "core..", ROOT + "agents..", ROOT + "report..")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + "core.clock.WallClock")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .check(house);
  }

  @Test
  void rulesDoNoInputOrOutput() {
    noClasses()
        .that()
        .implement(ROOT + "core.rule.Rule")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.io..", "java.net..")
        .check(house);
  }
}

package io.streamsmonitor.agents.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.config.env.Launch;
import io.streamsmonitor.agents.config.rules.ContradictingEnv;
import io.streamsmonitor.agents.config.rules.DocumentedStreamGone;
import io.streamsmonitor.agents.config.rules.GroupDrift;
import io.streamsmonitor.agents.config.rules.GroupNotInRedis;
import io.streamsmonitor.agents.config.rules.GroupUndeclared;
import io.streamsmonitor.agents.config.rules.MissingEnvVar;
import io.streamsmonitor.agents.config.rules.MissingSchema;
import io.streamsmonitor.agents.config.rules.NamingInconsistency;
import io.streamsmonitor.agents.config.rules.PortConflict;
import io.streamsmonitor.agents.config.rules.PortDrift;
import io.streamsmonitor.agents.config.rules.RepeatedKey;
import io.streamsmonitor.agents.config.rules.RogueStream;
import io.streamsmonitor.agents.config.rules.SchemaDrift;
import io.streamsmonitor.agents.config.rules.StaleEnvExample;
import io.streamsmonitor.agents.config.rules.StreamDrift;
import io.streamsmonitor.agents.config.rules.UndocumentedStream;
import io.streamsmonitor.agents.config.rules.UnreadableSource;
import io.streamsmonitor.agents.config.rules.UnusedStream;
import io.streamsmonitor.agents.config.rules.UnversionedSchema;
import io.streamsmonitor.agents.config.rules.VersionMismatch;
import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.testkit.Sightings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each rule on the healthy fleet with one thing changed. That all are silent without: see there.
 */
final class ConfigRulesTest {
  @TempDir Path base;
  private FleetFixture fleet;

  @BeforeEach
  void healthy() {
    fleet = FleetFixture.healthy(base);
  }

  private Draft single(ConfigRule rule) {
    List<Draft> said = fleet.says(rule);
    assertThat(said).hasSize(1);
    return said.get(0);
  }

  @Test
  void firesWhenCodeReadsAGroupThatConfigurationCallsOtherwise() {
    fleet.reads("billing", "orders", "billing-v2");
    Draft draft = single(new GroupDrift());
    assertThat(draft.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(draft.subject().group()).isEqualTo("billing-v2");
    assertThat(draft.subject().stream()).isEqualTo("orders");
    assertThat(draft.subject().service()).isEqualTo("billing");
    assertThat(draft.locations())
        .extracting(l -> l.file())
        .containsExactly("billing/src/Main.java");
    assertThat(draft.text("affectedFiles"))
        .contains("billing/src/Main.java", "billing/config/application.yml");
    assertThat(draft.text("expected")).contains("\"billing\"");
    assertThat(draft.text("actual")).contains("billing-v2");
  }

  @Test
  void firesWhenConfigurationDiffersFromMonitorYml() {
    fleet.file(
        "billing/config/application.yml",
        "redis:",
        "  consume:",
        "    stream: orders",
        "    group: bill");
    fleet.forgetCode().reads("billing", "orders", "bill");
    assertThat(single(new GroupDrift()).text("expected")).contains("consumes (monitor.yml");
  }

  @Test
  void firesWhenTheKeysOfTheConfigurationNameTheStream() {
    fleet
        .forgetCode()
        .file(
            "billing/config/application.yml",
            "redis:",
            "  streams:",
            "    refunds:",
            "      group: refunders")
        .reads("billing", "refunds", "refunders-v2");
    Draft draft = single(new GroupDrift());
    assertThat(draft.subject().stream()).isEqualTo("refunds");
    assertThat(draft.text("expected")).contains("refunders");
  }

  @Test
  void firesWhenOnlyDocumentsNameTheGroup() {
    fleet
        .file("docs/groups.md", "| Stream | Group |", "|---|---|", "| `audits` | `auditors` |")
        .reads("billing", "audits", "audit-readers");
    assertThat(single(new GroupDrift()).subject().group()).isEqualTo("audit-readers");
  }

  @Test
  void staysSilentOnAGroupThatCannotBeResolved() {
    fleet.use(
        "billing", Op.GROUP_READ, new NameValue.Const("orders"), new NameValue.Unknown("argument"));
    assertThat(fleet.says(new GroupDrift())).isEmpty();
    fleet.stream("orders", "billing", "other");
    assertThat(fleet.says(new GroupUndeclared())).isEmpty();
  }

  @Test
  void staysSilentOnAGroupTakenFromTheConfiguration() {
    fleet
        .forgetCode()
        .use(
            "billing",
            Op.GROUP_READ,
            new NameValue.Setting("redis.consume.stream", null, null, null),
            new NameValue.Setting("redis.consume.group", "fallback", null, null));
    assertThat(fleet.says(new GroupDrift())).isEmpty();
    assertThat(fleet.view().code().groups()).containsExactly("billing");
  }

  @Test
  void firesWhenRedisLacksAGroupThatCodeReads() {
    fleet.reads("billing", "orders", "status");
    Draft draft = single(new GroupNotInRedis());
    assertThat(draft.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(draft.rule().category()).isEqualTo("GROUP_NAME_MISMATCH");
    assertThat(draft.subject().group()).isEqualTo("status");
  }

  @Test
  void firesWhenRedisLacksADeclaredGroup() {
    fleet.forgetCode().stream("orders", "billing_service");
    assertThat(single(new GroupNotInRedis()).subject().group()).isEqualTo("billing");
    assertThat(single(new GroupUndeclared()).severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void staysSilentOnGroupsBeforeServicesHadTimeToCreateThem() {
    fleet.reads("billing", "orders", "status");
    ConfigView view = fleet.view();
    ConfigView early = view.at(new Live(false, fleet.redis(), Set.of("orders")));
    assertThat(Sightings.of(new GroupNotInRedis(), early)).isEmpty();
  }

  @Test
  void firesOnAGroupThatNobodyNames() {
    fleet.stream("orders", "billing", "left-over");
    Draft draft = single(new GroupUndeclared());
    assertThat(draft.subject().group()).isEqualTo("left-over");
    assertThat(draft.severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void saysLittleOfAnUnknownGroupWhereNoCodeWasSeen() {
    fleet.forgetCode().stream("orders", "billing", "left-over");
    assertThat(single(new GroupUndeclared()).severity()).isEqualTo(Severity.LOW);
  }

  @Test
  void firesWhenCodeWritesAnotherStreamThanDeclared() {
    fleet
        .forgetCode()
        .writes("orders", "orders-v2", "orderId")
        .reads("billing", "orders", "billing");
    Draft draft = single(new StreamDrift());
    assertThat(draft.subject().stream()).isEqualTo("orders-v2");
    assertThat(draft.severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void firesOnAConfiguredStreamThatIsUsedNowhere() {
    fleet.file("orders/config/extra.yml", "redis:", "  returns-stream: returns");
    assertThat(single(new UnusedStream()).subject().stream()).isEqualTo("returns");
  }

  @Test
  void staysSilentOnDeadLettersThatWaitForTheirFirst() {
    fleet.file("orders/config/extra.yml", "redis:", "  dead-letter-stream: dead-letters");
    assertThat(fleet.says(new UnusedStream())).isEmpty();
  }

  @Test
  void firesOnAStreamThatNoDocumentMentions() {
    fleet.writes("orders", "refunds", "orderId");
    assertThat(single(new UndocumentedStream()).subject().stream()).isEqualTo("refunds");
    assertThat(single(new MissingSchema()).severity()).isEqualTo(Severity.LOW);
  }

  @Test
  void firesOnADocumentedStreamThatWasRenamedInCode() {
    fleet
        .file("docs/refunds.md", "# Stream `refunds`", "Money back.")
        .writes("orders", "refunds-v2", "orderId");
    Draft draft = single(new DocumentedStreamGone());
    assertThat(draft.subject().stream()).isEqualTo("refunds");
    assertThat(draft.severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void firesOnAStreamThatAppearsAndIsNamedByNobody() {
    fleet.stream("tmp-4711");
    Draft draft = single(new RogueStream());
    assertThat(draft.severity()).isEqualTo(Severity.HIGH);
    assertThat(draft.subject().stream()).isEqualTo("tmp-4711");
  }

  @Test
  void firesMoreQuietlyOnARogueStreamThatCodeWrites() {
    fleet.writes("orders", "orders-labels-tmp").stream("orders-labels-tmp");
    assertThat(single(new RogueStream()).severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void firesOnARogueStreamThatOnlyATableOfOtherThingsNames() {
    fleet
        .file(
            "docs/incidents.md",
            "# The streams and their story",
            "## Incidents",
            "| Day | What happened | Where |",
            "|---|---|---|",
            "| Monday | written by hand | `tmp-4711` |")
        .stream("tmp-4711");
    assertThat(single(new RogueStream()).severity()).isEqualTo(Severity.HIGH);
    fleet.file("docs/more.md", "`tmp-4711` takes what is imported at night.");
    assertThat(fleet.says(new RogueStream())).isEmpty();
  }

  @Test
  void hardlyMindsARogueStreamThatCodeWritesWhereFewStreamsAreDeclared() {
    fleet.writes("orders", "a").writes("orders", "b").writes("orders", "c").stream("a");
    assertThat(fleet.says(new RogueStream()))
        .extracting(d -> d.severity())
        .containsExactly(Severity.LOW);
  }

  @Test
  void mentionsAStrangerThatWasThereBefore() {
    fleet.stream("legacy").before("orders", "legacy");
    assertThat(single(new RogueStream()).severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void staysSilentOnDeadLettersOfADeclaredStream() {
    fleet.stream("orders:dlq").stream("dlq.orders").stream("orders.failed");
    assertThat(fleet.says(new RogueStream())).isEmpty();
  }

  @Test
  void firesOnFieldsThatTheSchemaPageDoesNotHave() {
    fleet.forgetCode().writes("orders", "orders", "orderId", "totalCents");
    Draft draft = single(new SchemaDrift());
    assertThat(draft.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(draft.text("actual"))
        .isEqualTo("undocumented \"totalCents\"; not written \"total\"");
  }

  @Test
  void firesOnFieldsThatEntriesHold() {
    fleet.entries("orders", List.of("orderId", "total", "coupon", "traceId"), "billing");
    assertThat(single(new SchemaDrift()).text("actual")).contains("coupon");
  }

  @Test
  void firesOnFieldsInsideTheJsonOfEntries() {
    fleet.forgetCode().json("orders", "orderId", "total", "coupon", "correlationId");
    assertThat(single(new SchemaDrift()).text("actual")).isEqualTo("undocumented \"coupon\"");
  }

  @Test
  void staysSilentWhereThePayloadIsOneText() {
    fleet.forgetCode().writes("orders", "orders", "payload", "type");
    assertThat(fleet.says(new SchemaDrift())).isEmpty();
  }

  @Test
  void firesOnFieldsThatAsyncApiDoesNotHave() {
    fleet
        .file(
            "docs/asyncapi.yaml",
            "asyncapi: 3.0.0",
            "info: { title: t, version: 1.0.0 }",
            "channels:",
            "  parcels:",
            "    address: parcels",
            "    messages:",
            "      sent: { $ref: '#/components/messages/sent' }",
            "components:",
            "  messages:",
            "    sent:",
            "      payload: { type: object, properties: { weight: { type: integer } } }")
        .writes("orders", "parcels", "weight", "express");
    assertThat(single(new SchemaDrift()).subject().stream()).isEqualTo("parcels");
  }

  @Test
  void firesOnASchemaWithoutAVersion() {
    fleet.file(
        "docs/notes.md",
        "# Stream `notes`",
        "| Field | Type |",
        "|---|---|",
        "| `text` | string |");
    assertThat(single(new UnversionedSchema()).subject().stream()).isEqualTo("notes");
  }

  @Test
  void firesOnAVariableThatNobodySets() {
    fleet.needs("billing", "EXPORT_DIR", null);
    Draft draft = single(new MissingEnvVar());
    assertThat(draft.severity()).isEqualTo(Severity.HIGH);
    assertThat(draft.subject().service()).isEqualTo("billing");
    assertThat(draft.title()).contains("EXPORT_DIR");
  }

  @Test
  void staysSilentOnVariablesThatAreSetDefaultedOrUnknown() {
    fleet
        .needs("billing", "EXPORT_DIR", null)
        .needs("billing", "MODE", "fast")
        .file(
            "compose.yml",
            "services:",
            "  billing:",
            "    image: b",
            "    environment:",
            "      - EXPORT_DIR=/x");
    assertThat(fleet.says(new MissingEnvVar())).isEmpty();
    fleet.file("compose.yml", "services: {}").launched(Launch.UNKNOWN);
    assertThat(fleet.says(new MissingEnvVar())).isEmpty();
    assertThat(fleet.view().env().verdicts())
        .extracting(v -> v.status().name())
        .containsOnly("UNKNOWN");
  }

  @Test
  void firesOnSourcesThatContradictEachOther() {
    fleet
        .file("billing/.env", "BATCH_SIZE=10")
        .file(
            "compose.yml",
            "services:",
            "  billing:",
            "    image: b",
            "    environment:",
            "      BATCH_SIZE: 50");
    fleet.file("billing/src/keep.txt", "");
    Draft draft = single(new ContradictingEnv());
    assertThat(draft.title()).contains("BATCH_SIZE");
    assertThat(draft.locations()).hasSize(2);
  }

  @Test
  void neverQuotesASecret() {
    String secret = "hunter" + 2;
    fleet
        .file("billing/.env", "API_" + "KEY=" + secret)
        .file(
            "compose.yml",
            "services:",
            "  billing:",
            "    image: b",
            "    environment:",
            "      API_KEY: other");
    assertThat(single(new ContradictingEnv()).details().toString()).doesNotContain(secret);
  }

  @Test
  void staysSilentOnValuesForDifferentStages() {
    fleet.file("billing/.env", "BATCH_SIZE=10").file("billing/.env.production", "BATCH_SIZE=500");
    assertThat(fleet.says(new ContradictingEnv())).isEmpty();
  }

  @Test
  void firesOnAnExampleThatNobodyFollows() {
    fleet.file("billing/.env.example", "OLD_SETTING=1").file("billing/.env", "NEW_SETTING=1");
    assertThat(single(new StaleEnvExample()).title()).contains("OLD_SETTING");
  }

  @Test
  void firesOnTwoServicesWithOnePort() {
    fleet.file("billing/config/application.yml", "server.port: 8081");
    Draft draft = single(new PortConflict());
    assertThat(draft.details().get("services")).isEqualTo(List.of("billing", "orders"));
    assertThat(draft.locations()).hasSize(2);
  }

  @Test
  void staysSilentWhenTheEnvironmentGivesAnotherPort() {
    fleet
        .file("billing/config/application.yml", "server.port: 8081")
        .service("billing", List.of(), List.of(), Map.of("SERVER_PORT", "8082"), 0);
    assertThat(fleet.says(new PortConflict())).isEmpty();
  }

  @Test
  void staysSilentOnPortsOfComposeFilesThatAreAlternatives() {
    fleet
        .file("compose.yml", "services:", "  db:", "    image: a", "    ports: ['9001:80']")
        .file("compose.test.yml", "services:", "  test:", "    image: a", "    ports: ['9001:80']");
    assertThat(fleet.says(new PortConflict())).isEmpty();
  }

  @Test
  void staysSilentOnAModuleWhoseContainerIsCalledOtherwise() {
    fleet
        .file("compose.yml", "services:", "  web:", "    image: a", "    ports: ['9001:9001']")
        .file("shop-web/pom.xml", "<project/>")
        .file("shop-web/src/main/resources/application.yml", "server.port: 9001");
    assertThat(fleet.says(new PortConflict())).isEmpty();
  }

  @Test
  void staysSilentOnPortsInsideContainers() {
    fleet.file(
        "compose.yml",
        "services:",
        "  a:",
        "    image: a",
        "    ports: ['9001:80']",
        "  b:",
        "    image: b",
        "    ports: ['9002:80']");
    assertThat(fleet.says(new PortConflict())).isEmpty();
    fleet.file(
        "compose.yml",
        "services:",
        "  a:",
        "    image: a",
        "    ports: ['9001:80']",
        "  b:",
        "    image: b",
        "    ports: ['127.0.0.1:9001:81']");
    assertThat(fleet.says(new PortConflict())).hasSize(1);
  }

  @Test
  void firesWhenMonitorYmlExpectsAnotherPort() {
    fleet.service("orders", List.of("orders"), List.of(), Map.of(), 9999);
    assertThat(single(new PortDrift()).subject().service()).isEqualTo("orders");
  }

  @Test
  void firesOnTwoVersionsOfOneLibrary() {
    fleet
        .file(
            "orders/package.json",
            "{\"name\":\"orders\",\"dependencies\":{\"ioredis\":\"^5.0.0\",\"x\":\"1.0.0\"}}")
        .file(
            "billing/package.json",
            "{\"name\":\"billing\",\"dependencies\":{\"ioredis\":\"^4.1.0\",\"x\":\"1.0.0\"}}");
    Draft draft = single(new VersionMismatch());
    assertThat(draft.title()).contains("ioredis", "4.1.0", "5.0.0");
  }

  @Test
  void readsVersionsOfBuildFiles() {
    fleet
        .file(
            "orders/pom.xml",
            "<project><properties><j.v>8.0.2</j.v></properties><dependencies><dependency><groupId>redis.clients</groupId><artifactId>jedis</artifactId><version>${j.v}</version></dependency></dependencies></project>")
        .file("billing/build.gradle", "implementation 'redis.clients:jedis:5.1.0'");
    assertThat(single(new VersionMismatch()).severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void firesOnNamesThatDifferOnlyInSpelling() {
    fleet.writes("orders", "order_events").reads("billing", "orderEvents", "billing");
    assertThat(single(new NamingInconsistency()).title())
        .contains("\"orderEvents\", \"order_events\"");
  }

  @Test
  void mentionsAKeyThatStandsTwice() {
    fleet.file("orders/config/extra.yml", "a:", "  b: 1", "  b: 2");
    assertThat(single(new RepeatedKey()).locations()).extracting(l -> l.line()).containsExactly(3);
  }

  @Test
  void mentionsAFileThatCannotBeRead() {
    fleet.file("orders/config/broken.yml", "a: [1");
    Draft draft = single(new UnreadableSource());
    assertThat(draft.severity()).isEqualTo(Severity.INFO);
    assertThat(draft.title()).contains("orders/config/broken.yml");
  }

  @Test
  void namesTheLineOfMonitorYml() {
    fleet
        .file(
            "monitor.yml",
            "services:",
            "  - name: orders",
            "    publishes: [orders]",
            "  - name: billing",
            "    consumes:",
            "      - { stream: orders, group: billing }")
        .file(
            "billing/config/application.yml",
            "redis:",
            "  consume:",
            "    stream: orders",
            "    group: bill")
        .forgetCode()
        .reads("billing", "orders", "bill");

    assertThat(single(new GroupDrift()).text("expected")).contains("consumes (monitor.yml:6)");
  }

  @Test
  void firesOnAStreamThatCommentsCallOtherwise() {
    fleet
        .file(
            "orders/src/Main.java",
            "class Main {",
            "  /**",
            "   * Publishes every order, once it is paid, to the stream",
            "   * `orders:created`.",
            "   */",
            "  void publish() {}",
            "}")
        .forgetCode()
        .writes("orders", "order-events", "orderId");

    Draft draft = single(new StreamDrift());

    assertThat(draft.subject().stream()).isEqualTo("order-events");
    assertThat(draft.text("evidence")).contains("orders:created", "orders/src/Main.java:");
  }

  @Test
  void staysSilentOnCommentsThatSpeakOfOtherThings() {
    fleet.file(
        "orders/src/Main.java",
        "// writes to `users` table, reads from \"orders.csv\" and sends to `info@example.org`",
        "// reads the stream `orders` with group `billing`",
        "class Main {}");

    assertThat(fleet.says(new StreamDrift())).isEmpty();
    assertThat(fleet.says(new GroupDrift())).isEmpty();
    assertThat(fleet.says(new UnusedStream())).isEmpty();
  }
}

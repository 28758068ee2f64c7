package io.streamsmonitor.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.fleet.ServiceSpec;
import io.streamsmonitor.core.rule.Profile;
import io.streamsmonitor.core.rule.Thresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonitorConfigReaderTest {
  @TempDir Path folder;

  private MonitorConfig read(String yaml) throws IOException, ConfigError {
    return read(yaml, Map.of());
  }

  private MonitorConfig read(String yaml, Map<String, String> environment)
      throws IOException, ConfigError {
    Path file = Files.writeString(folder.resolve("monitor.yml"), yaml);
    return MonitorConfigReader.read(file, environment::get);
  }

  @Test
  void anEmptyFileMeansTheDefaultsOfTheSpecification() throws IOException, ConfigError {
    MonitorConfig config = read("");
    assertThat(config.session().duration()).isEqualTo(Duration.ofMinutes(10));
    assertThat(config.session().startupTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.session().workspace()).isEqualTo(config.base().resolve("monitor-session"));
    assertThat(config.redis().url()).isEqualTo("redis://127.0.0.1:6379");
    assertThat(config.thresholds()).isEqualTo(Thresholds.DEFAULT);
    assertThat(config.gate().failOn()).isNull();
    assertThat(config.formats()).containsExactly("md", "html", "json");
  }

  @Test
  void everyKeyOfTheContractIsRead() throws IOException, ConfigError {
    MonitorConfig config =
        read(
            """
            session:  { duration: 90s, workspace: out, startup-timeout: 5s, profile: strict }
            redis:    { url: "redis://10.0.0.1:6380", streams: ["orders*"], exclude: ["tmp:*"] }
            fleet:    { start: "npm run 'dev all'", stop: [npm, run, stop] }
            services:
              - name: orders
                command: java -jar "my orders.jar"
                workdir: orders
                env: { PORT: "8081", N: 3 }
                ready: "listening on"
                logs: ["logs/orders*.log"]
                port: 8081
                sources: [orders/src]
                config: [orders/config]
                publishes: [orders]
                consumes: [{ stream: payments, group: orders }, refunds]
              - name: attached
                pid-file: run/a.pid
            sources: [.]
            docs: [docs, README.md]
            thresholds: { poll: 5s, lag: 7, time-lag: 1s, pending-age: 9s, deliveries: 4, silence: 1m, repeat-window: 2s, growth-polls: 1 }
            gate: { fail-on: HIGH, new-only: true, max: { MEDIUM: 10 } }
            suppress: [ { rule: stream.x, stream: orders, reason: "known", until: 2027-03-01, max-severity: INFO } ]
            redact: { patterns: ["iban=\\\\S+"] }
            report: { formats: [md, sarif] }
            """);
    ServiceSpec orders = config.fleet().services().get(0);
    assertThat(orders.command()).containsExactly("java", "-jar", "my orders.jar");
    assertThat(orders.workdir()).isEqualTo(config.base().resolve("orders"));
    assertThat(orders.env()).containsEntry("PORT", "8081").containsEntry("N", "3");
    assertThat(orders.consumes())
        .containsExactly(
            new ServiceSpec.Consumption("payments", "orders"),
            new ServiceSpec.Consumption("refunds", ""));
    assertThat(config.fleet().services().get(1).startable()).isFalse();
    assertThat(config.fleet().start()).containsExactly("npm", "run", "dev all");
    assertThat(config.thresholds().profile()).isEqualTo(Profile.STRICT);
    assertThat(config.thresholds().growthPolls()).isEqualTo(1);
    assertThat(config.gate().max()).containsEntry(Severity.MEDIUM, 10);
    assertThat(config.suppress().get(0).until()).hasToString("2027-03-01");
    assertThat(config.redact()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          redis: { ulr: x }                  | monitor.yml:1:15: unknown key "redis.ulr"; did you mean "redis.url"?
          sesion: { duration: 1m }           | did you mean "session"?
          session: { duration: ten minutes } | "ten minutes" is no duration; write 500ms, 30s, 10m
          session: { duration: 0s }          | must be longer than nothing
          session: { profile: loose }        | "loose" is not one of smart, strict
          thresholds: { lag: many }          | "many" is no whole number
          services: [ { command: ls } ]      | a service needs a name
          services: [ { name: a }, { name: a } ] | two services are named "a"
          services: { name: a }              | services must be a list
          gate: { fail-on: BAD }             | "BAD" is not one of critical, high
          report: { formats: [mdd] }         | did you mean "md"?
          redis: { url: "${NOPE}" }          | environment variable NOPE is not set
          suppress: [ { rule: x } ]          | a suppression needs a rule and a reason
          services: [ { name: a, command: "ls 'x" } ] | is not closed
          a: [                               | not valid YAML
          session: { duration: 1m, duration: 2m } | is given twice
          """)
  void wrongInputNamesThePlaceTheValueAndTheWayOut(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(ConfigError.class)
        .hasMessageContaining(message.strip())
        .hasMessageContaining("monitor.yml:1");
  }

  @Test
  void variablesAreExpandedWithTheirDefaults() throws IOException, ConfigError {
    MonitorConfig config =
        read("redis: { url: \"redis://${HOST:localhost}:${PORT}\" }", Map.of("PORT", "7000"));
    assertThat(config.redis().url()).isEqualTo("redis://localhost:7000");
  }

  @Test
  void aMissingFileSaysHowToGetOne() {
    assertThatThrownBy(() -> MonitorConfigReader.read(folder.resolve("no.yml"), name -> null))
        .hasMessageContaining("no such file")
        .hasMessageContaining("monitor init");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a  b c            | [a, b, c]
          "a b" c           | [a b, c]
          'a "b"' c\\ d     | [a "b", c d]
          a"b c"d           | [ab cd]
          a "" b            | [a, , b]
          '$HOME;rm -rf'    | [$HOME;rm -rf]
          """,
      quoteCharacter = '\u0000')
  void wordsAreSplitAsAShellSplitsThem(String command, String words) {
    assertThat(Words.split(command).toString()).isEqualTo(words.strip());
  }

  @Test
  void logPatternsNameTheirCategoryAndSeverity() throws IOException, ConfigError {
    MonitorConfig config =
        read(
            """
            log-patterns:
              - { pattern: "stock \\\\d+ oversold", category: bug, severity: high }
              - pattern: "slow query"
            """);
    assertThat(config.logPatterns()).hasSize(2);
    assertThat(config.logPatterns().get(0).in("stock 17 oversold")).isTrue();
    assertThat(config.logPatterns().get(0).category()).isEqualTo("BUG");
    assertThat(config.logPatterns().get(0).severity()).isEqualTo(Severity.HIGH);
    assertThat(config.logPatterns().get(1).category()).isEqualTo("ANOMALY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'(?=x)y'  | BUG   | linear time",
        "'(a'      | BUG   | linear time",
        "'a'       | FAULT | is not one of BUG"
      })
  void aLogPatternThatCannotBeIsRefused(String pattern, String category, String says) {
    assertThatThrownBy(
            () ->
                read("log-patterns: [{ pattern: '" + pattern + "', category: " + category + " }]"))
        .isInstanceOf(ConfigError.class)
        .hasMessageContaining("monitor.yml:1:")
        .hasMessageContaining(says);
  }
}

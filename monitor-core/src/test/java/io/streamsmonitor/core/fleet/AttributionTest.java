package io.streamsmonitor.core.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributionTest {
  private static final List<String> KNOWN = List.of("orders", "billing", "mail-service");

  private static String route(Attribution attribution, String line) {
    byte[] bytes = (line + "\n").getBytes(UTF_8);
    LineRouter.Route route = attribution.route(bytes, 0, bytes.length);
    int words = bytes.length - 1 - route.skip();
    return route.service() + ">" + new String(bytes, route.skip(), words, UTF_8);
  }

  private static List<String> routes(Attribution attribution, String... lines) {
    List<String> routes = new ArrayList<>();
    for (String line : lines) {
      routes.add(route(attribution, line));
    }
    return routes;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "concurrently~[orders] listening on 8081~orders>listening on 8081",
        "concurrently padded~[orders  ] x~orders>x",
        "concurrently with script names~[npm:dev:orders] x~orders>x",
        "npm-run-all~[dev:orders ] x~orders>x",
        "yarn workspaces~[@acme/orders]: x~orders>x",
        "compose v2~orders-1  | x~orders>x",
        "compose v1~orders_1  | x~orders>x",
        "compose with project~shop-orders-1  | x~orders>x",
        "compose with project, name with dash~shop_mail-service_1 | x~mail-service>x",
        "compose exit~orders-1 exited with code 3~orders>exited with code 3",
        "foreman~12:00:01 orders.1  | x~orders>x",
        "honcho~12:00:01 orders.1 | x~orders>x",
        "goreman~12:00:01     orders | x~orders>x",
        "overmind~orders | x~orders>x",
        "pm2~0|orders  | x~orders>x",
        "turbo~orders:dev: x~orders>x",
        "turbo scoped~@acme/orders:dev: x~orders>x",
        "pnpm~services/orders dev: x~orders>x",
        "lerna~orders: x~orders>x",
        "lerna scoped~@acme/orders: x~orders>x",
        "generic ending here~[billing-service] x~billing>x",
        "generic ending there~[mail] x~mail-service>x",
        "upper case~[ORDERS] x~orders>x",
        "indented message keeps its indent~[orders]     at a.b.C(D.java:1)~orders>    at a.b.C(D.java:1)",
        "empty message~orders-1  | ~orders>",
      })
  void findsTheServiceOfEachRunnersPrefix(String runner, String line, String expected) {
    assertThat(route(new Attribution(KNOWN), line)).as(runner).isEqualTo(expected);
  }

  @Test
  void readsThroughColours() {
    assertThat(
            routes(
                new Attribution(KNOWN),
                "\u001b[33m[orders]\u001b[39m up",
                "\u001b[36morders-1  | \u001b[0mup",
                "\u001b[1m\u001b[35m12:00:01 orders.1  | \u001b[0mup"))
        .containsOnly("orders>up");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "[INFO] BUILD SUCCESS",
        "[main] INFO a.b.C - started",
        "[http-nio-8080-exec-1] handled",
        "[2026-01-02 03:04:05] hello",
        "[2026-01-02T03:04:05Z] [INFO] hello",
        "[nodemon] restarting",
        "2026-01-02 03:04:05 | INFO | hello",
        "INFO | hello",
        "TypeError: x is not a function",
        "12:00:01 system | sending SIGTERM to all processes",
        "error: no such file",
        "[1/4] resolving packages",
        "--> Sending SIGTERM to other processes..",
        "> fleet@1.0.0 dev:all"
      })
  void takesNoLevelThreadDateOrToolForAService(String line) {
    Attribution unknown = new Attribution(List.of());
    Attribution known = new Attribution(KNOWN);
    String expected = "fleet>" + line;
    assertThat(routes(unknown, line, line, line)).containsOnly(expected);
    assertThat(routes(known, "[orders] x", "orders | x", line, line)).endsWith(expected, expected);
  }

  @Test
  void fallsBackToTheServiceFieldOfJson() {
    assertThat(
            routes(
                new Attribution(KNOWN),
                "{\"level\":\"info\",\"service\":\"orders\",\"message\":\"x\"}",
                "{\"service\":{\"name\":\"billing\"}}",
                "{\"service.name\":\"search\"}",
                "{\"data\":{\"service\":\"orders\"}}"))
        .extracting(route -> route.substring(0, route.indexOf('>')))
        .containsExactly("orders", "billing", "search", "fleet");
  }

  @Test
  void numbersOfUnnamedCommandsStandForTheServiceTheirJsonNames() {
    assertThat(
            routes(
                new Attribution(List.of()),
                "[0] {\"service\":\"orders\"}",
                "[0] plain",
                "[1] plain"))
        .containsExactly("orders>{\"service\":\"orders\"}", "orders>plain", "fleet>[1] plain");
  }

  @Test
  void keepsTheTraceOfAJsonServiceTogether() {
    assertThat(
            routes(
                new Attribution(List.of()),
                "{\"service\":\"orders\",\"level\":\"error\"}",
                "\tat a.b.C(D.java:1)",
                "Caused by: java.io.IOException",
                "plain",
                "\tat a.b.C(D.java:1)"))
        .extracting(route -> route.substring(0, route.indexOf('>')))
        .containsExactly("orders", "orders", "orders", "fleet", "fleet");
  }

  @Test
  void discoversServicesOfARunnerThatRepeatsItself() {
    assertThat(
            routes(
                new Attribution(List.of()),
                "[orders] a",
                "[orders] b",
                "[billing] c",
                "[WARN] d",
                "12:00:01 mail.1 | e"))
        .containsExactly("fleet>[orders] a", "orders>b", "billing>c", "fleet>[WARN] d", "mail>e");
  }

  @Test
  void aKnownNameTeachesTheStyleOfTheOthers() {
    assertThat(routes(new Attribution(KNOWN), "[search] a", "[orders] b", "[search] c"))
        .containsExactly("fleet>[search] a", "orders>b", "search>c");
  }

  @Test
  void namesThatNeverEndDoNotBecomeServicesWithoutEnd() {
    Attribution attribution = new Attribution(List.of());
    for (int i = 0; i < 500; i++) {
      route(attribution, "{\"service\":\"s" + i + "x\"}");
    }
    assertThat(route(attribution, "{\"service\":\"later\"}")).startsWith("fleet>");
    assertThat(route(attribution, "{\"service\":\"s1x\"}")).startsWith("s1x>");
  }

  @Test
  void survivesAnyBytes() {
    Attribution attribution = new Attribution(KNOWN);
    byte[] bytes = new byte[512];
    new java.util.Random(3).nextBytes(bytes);
    for (int to = 0; to <= bytes.length; to++) {
      LineRouter.Route route = attribution.route(bytes, 0, to);
      assertThat(route.skip()).isBetween(0, to);
    }
    assertThat(route(attribution, "\u001b[")).isEqualTo("fleet>\u001b[");
  }
}

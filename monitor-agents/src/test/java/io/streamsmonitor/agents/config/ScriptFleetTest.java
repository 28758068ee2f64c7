package io.streamsmonitor.agents.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.config.env.Launch;
import io.streamsmonitor.agents.source.ScanScope;
import io.streamsmonitor.agents.source.scan.ScanResult;
import io.streamsmonitor.agents.source.scan.SourceScanner;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.rule.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two services in TypeScript: code, compose, documents and environment read together. */
final class ScriptFleetTest {
  @TempDir Path base;
  private FleetFixture fleet;

  @BeforeEach
  void healthy() {
    fleet =
        new FleetFixture(base)
            .service("orders", List.of("orders"), List.of())
            .service("billing", List.of(), List.of())
            .file("orders/config/default.json", "{\"streams\": {\"orders\": \"orders\"}}")
            .file(
                "orders/src/publish.ts",
                "import Redis from 'ioredis';",
                "const redis = new Redis(process.env.REDIS_URL ?? 'redis://localhost');",
                "const STREAM = process.env.ORDERS_STREAM ?? 'orders';",
                "export const place = (id: string, total: number) =>",
                "  redis.xadd(STREAM, 'MAXLEN', '~', 1000, '*', 'orderId', id, 'total', total);")
            .file("billing/config/app.yml", "consumer:", "  stream: orders", "  group: billing")
            .file(
                "billing/src/read.ts",
                "import { createClient } from 'redis';",
                "const client = createClient({ url: process.env.REDIS_URL || '' });",
                "export const read = () =>",
                "  client.xReadGroup(process.env.GROUP ?? 'billing', 'c1',",
                "    [{ key: 'orders', id: '>' }], { COUNT: 10, BLOCK: 1000 });")
            .file(
                "docs/orders.md",
                "# Stream `orders`",
                "Schema version 1.",
                "",
                "| Field | Type |",
                "|---|---|",
                "| `orderId` | string |",
                "| `total` | integer |");
  }

  private List<String> said() {
    ScanScope scope = fleet.scope();
    ScanResult result = SourceScanner.scan(scope, FleetConfig.read(scope).values());
    Launch launch = new Launch(Map.of("PATH", "/bin"), true);
    List<Draft> out = new ArrayList<>();
    Rules.load(ConfigRule.class)
        .check(
            FleetReading.of(FleetConfig.read(scope), result.facts(), launch).view(null), out::add);
    return out.stream()
        .map(d -> d.severity() + " " + d.rule().category() + " " + d.title())
        .toList();
  }

  @Test
  void staysSilentOnAHealthyFleet() {
    assertThat(said()).isEmpty();
  }

  @Test
  void firesOnGroupsFieldsAndVariablesOfScripts() {
    fleet
        .file(
            "billing/src/read.ts",
            "const client = createClient({ url: process.env.BILLING_REDIS_URL });",
            "export const read = () =>",
            "  client.xReadGroup('billing-v2', 'c1', [{ key: 'orders', id: '>' }]);")
        .file(
            "orders/src/publish.ts",
            "export const place = (redis, id, total) =>",
            "  redis.xadd('orders', '*', 'orderId', id, 'sum', total);");
    assertThat(said())
        .contains(
            "CRITICAL CONFIG_DRIFT Code uses group \"billing-v2\" on \"orders\", configuration says"
                + " \"billing\"")
        .anyMatch(s -> s.startsWith("MEDIUM SCHEMA_DRIFT") && s.contains("\"sum\""))
        .anyMatch(s -> s.startsWith("HIGH MISSING_ENV_VAR") && s.contains("BILLING_REDIS_URL"));
  }
}

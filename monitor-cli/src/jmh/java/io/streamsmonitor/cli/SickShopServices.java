package io.streamsmonitor.cli;

import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.workspace.Workspace;
import io.streamsmonitor.testkit.ScriptedFleet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the services of {@link SickShop} are made of and what they log over ten minutes. */
final class SickShopServices {
  static final List<String> SERVICES =
      List.of("orders", "payments", "inventory", "shipping", "analytics", "audit", "mailer");

  private record Line(String service, long ms, String text) {}

  private final List<Line> lines = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final Instant start;

  SickShopServices(int shops, Duration window, Instant start) {
    this.start = start;
    for (int shop = 0; shop < shops; shop++) {
      for (String service : SERVICES) {
        names.add(SickShop.name(service, shop));
      }
      for (long second = 2; second < window.toSeconds(); second += 5) {
        order(shop, second);
      }
      troubles(shop, window);
    }
  }

  List<String> names() {
    return names;
  }

  /** Code and configuration with the faults that the streams show. */
  void write(Path base) throws IOException {
    for (int i = 0; i < names.size(); i++) {
      int shop = i / SERVICES.size();
      Path code = Files.createDirectories(base.resolve(names.get(i)).resolve("src/shop"));
      String text =
          """
          package shop;
          import java.util.Map;
          import redis.clients.jedis.*;
          import redis.clients.jedis.params.*;
          class Desk {
            void take(RedisClient jedis) {
              jedis.xgroupCreate("%1$s", "%2$s", StreamEntryID.XGROUP_LAST_ENTRY, true);
              while (true) {
                try {
                  jedis.xreadGroup("%2$s", "%2$s-1", XReadGroupParams.xReadGroupParams().block(500),
                      Map.of("%1$s", StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
                } catch (RuntimeException e) {
                }
              }
            }
            void put(RedisClient jedis, String total) {
              jedis.xadd("%3$s", StreamEntryID.NEW_ENTRY, Map.of("total", total));
              System.out.println("put " + System.getenv("EXPORT_DIR").length());
            }
          }
          """;
      String read = SickShop.name(SickShop.STREAMS.get(i % 7), shop);
      String written = SickShop.name(SickShop.STREAMS.get((i + 1) % 7), shop);
      Files.writeString(
          code.resolve("Desk.java"), text.formatted(read, SERVICES.get(i % 7), written));
      Path config = Files.createDirectories(base.resolve(names.get(i)).resolve("config"));
      Files.writeString(
          config.resolve("application.yml"),
          "server: { port: %d }\nredis: { consume: { stream: %s, group: %s-v2 } }\n"
              .formatted(8000 + i / 2, read, SERVICES.get(i % 7)));
    }
  }

  /** The same lines said by the fleet and kept in the session's folder. */
  ScriptedFleet play(ScriptedFleet fleet, Workspace workspace) {
    Map<String, StringBuilder> files = new TreeMap<>();
    for (Line line : lines) {
      fleet.says(line.service(), Duration.ofMillis(line.ms()), line.text());
      files.computeIfAbsent(line.service(), k -> new StringBuilder()).append(line.text()).append('\n');
    }
    files.forEach((service, text) -> keep(workspace.log(service), text));
    return fleet;
  }

  private static void keep(Path log, CharSequence text) {
    try {
      Files.createDirectories(log.getParent());
      Files.writeString(log, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An order on its way through five services; every fourth one loses its way. */
  private void order(int shop, long second) {
    long at = second * 1000;
    String corr = "6795a855-3e51-412a-b916-%012d".formatted(shop * 1000L + second);
    hop(shop, at, "redis.publish", "orders", "orders", corr, "");
    hop(shop, at + 30, "redis.consume", "inventory", "orders", corr, "inventory");
    hop(shop, at + 110, "redis.publish", "inventory", "reservations", corr, "");
    hop(shop, at + 120, "redis.ack", "inventory", "orders", corr, "inventory");
    if (second < 120 || second % 4 == 0) {
      hop(shop, at + 900, "redis.consume", "payments", "orders", corr, "payments");
      hop(shop, at + 1100, "redis.publish", "payments", "payments", corr, "");
      hop(shop, at + 1105, "redis.ack", "payments", "orders", corr, "payments");
      hop(shop, at + 1120, "redis.consume", "shipping", "payments", corr, "shipping-v2");
    }
    hop(shop, at + 60, "redis.publish", "analytics", "sales", corr, "");
    hop(shop, at + 75, "redis.consume", "audit", "sales", corr, "audit");
  }

  private void hop(
      int shop, long ms, String event, String service, String stream, String corr, String group) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("level", "info");
    line.put("timestamp", Json.time(start.plusMillis(ms)));
    line.put("service", SickShop.name(service, shop));
    line.put("correlationId", corr);
    line.put("event", event);
    line.put("message", event + " " + stream);
    line.put("stream", SickShop.name(stream, shop));
    line.put("messageId", start.toEpochMilli() + ms / 5000 * 5000 + "-0");
    if (!group.isEmpty()) {
      line.put("consumerGroup", group);
      line.put(event.equals("redis.ack") ? "processingDurationMs" : "lagMs", ms % 1000);
    }
    lines.add(new Line(SickShop.name(service, shop), ms, Json.line(line)));
  }

  private void troubles(int shop, Duration window) {
    for (long second = 130; second < window.toSeconds(); second += 20) {
      say(shop, "payments", second, "ERROR card gateway: connection timed out after 3000 ms");
      say(shop, "shipping", second + 1, "WARN carrier refused the connection, retrying");
    }
    say(shop, "mailer", 60, "ERROR java.lang.IllegalStateException: no template \"welcome\"");
    say(shop, "mailer", 60, "\tat shop.Mail.render(Mail.java:41)\n\tat shop.Mail.send(Mail.java:17)");
    say(shop, "analytics", 61, "ERROR java.lang.NullPointerException: EXPORT_DIR is not set");
    say(shop, "analytics", 61, "\tat shop.Desk.put(Desk.java:18)");
    say(shop, "audit", 90, "INFO login password=" + "tr0ub4dor-" + "and-3");
  }

  private void say(int shop, String service, long second, String words) {
    String time = start.plusSeconds(second).toString().replace('T', ' ').replace("Z", ".000 ");
    String text = words.startsWith("\t") ? words : time + words;
    lines.add(new Line(SickShop.name(service, shop), second * 1000, text));
  }
}

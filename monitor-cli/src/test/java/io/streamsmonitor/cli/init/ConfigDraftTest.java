package io.streamsmonitor.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.cli.config.ConfigError;
import io.streamsmonitor.cli.config.MonitorConfig;
import io.streamsmonitor.cli.config.MonitorConfigReader;
import io.streamsmonitor.core.fleet.ServiceSpec;
import io.streamsmonitor.core.fleet.ServiceSpec.Consumption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigDraftTest {
  @TempDir Path folder;

  private void file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private MonitorConfig drafted() throws IOException, ConfigError {
    file("monitor.yml", ConfigDraft.of(folder));
    return MonitorConfigReader.read(folder.resolve("monitor.yml"), name -> null);
  }

  @Test
  void saysWhichStreamsEachServiceWritesAndReads() throws Exception {
    file("orders/pom.xml", "<project/>");
    file(
        "orders/src/main/java/Orders.java",
        """
        import java.util.Map;
        import redis.clients.jedis.*;
        import redis.clients.jedis.params.*;
        class Orders {
          void place(RedisClient redis) {
            redis.xadd("orders", XAddParams.xAddParams().maxLen(1000), Map.of("id", "1"));
            redis.xreadGroup("billing", "one", XReadGroupParams.xReadGroupParams().block(100),
                Map.of("pay ments", StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
          }
        }
        """);
    file("orders/logs/orders.log", "");

    ServiceSpec service = drafted().fleet().services().get(0);

    assertThat(service.name()).isEqualTo("orders");
    assertThat(service.publishes()).containsExactly("orders");
    assertThat(service.consumes()).containsExactly(new Consumption("pay ments", "billing"));
    assertThat(service.logs()).containsExactly("orders/logs/*.log");
    assertThat(service.sources()).containsExactly(folder.resolve("orders"));
  }

  @Test
  void isReadAgainWhereTheFolderHoldsNothing() throws Exception {
    assertThat(drafted().fleet().services()).isEmpty();
  }
}

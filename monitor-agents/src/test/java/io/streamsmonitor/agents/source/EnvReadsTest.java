package io.streamsmonitor.agents.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.scout.CodeSample;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvReadsTest {
  @TempDir Path folder;

  private List<String> read(String members) {
    return CodeSample.in(folder)
        .file(
            "src/main/java/shop/Sample.java",
            """
            package shop;
            import io.github.cdimascio.dotenv.Dotenv;
            import java.util.*;
            import org.springframework.core.env.Environment;
            class Sample {
              static final String HOST = "REDIS_HOST";
              static final Map<String, String> ENV = System.getenv();
              private final Dotenv dotenv = Dotenv.load();
              private Environment environment;
              %s
              String env(String name, String or) { String v = System.getenv(name); return v == null ? or : v; }
            }
            """
                .formatted(members))
        .scan()
        .facts()
        .env()
        .stream()
        .map(e -> e.fallback() == null ? e.name() : e.name() + "=" + e.fallback())
        .toList();
  }

  @Test
  void seesReadsThroughConstantsMapsAndWrappers() {
    assertThat(
            read(
                """
                void start() {
                  use(System.getenv(HOST));
                  String map = ENV.get("FROM_MAP");
                  String or = ENV.getOrDefault("WITH_DEFAULT", "d");
                  String wrapped = env("WRAPPED", "w");
                  String chosen = System.getenv("CHOSEN") != null ? System.getenv("CHOSEN") : "c";
                  for (String key : List.of("FIRST", "SECOND")) { System.getenv(key); }
                  if (System.getenv().containsKey("ASKED")) { Runnable r = () -> System.getenv("LATER"); }
                }
                """))
        .containsExactlyInAnyOrder(
            "REDIS_HOST",
            "FROM_MAP",
            "WITH_DEFAULT=d",
            "WRAPPED=w",
            "CHOSEN=c",
            "FIRST",
            "SECOND",
            "ASKED",
            "LATER");
  }

  @Test
  void seesReadsThroughLibraries() {
    assertThat(
            read(
                """
                @Value("${ORDERS_STREAM:orders}") String stream;
                @Value("#{systemEnvironment['GROUP_NAME']}") String group;
                @ConfigProperty(name = "POOL_SIZE", defaultValue = "8") int size;
                @Option(names = "-p", defaultValue = "${env:REDIS_PORT:-6379}") int port;
                void start() {
                  use(dotenv.get("FROM_FILE"), dotenv.get("FROM_FILE_OR", "f"));
                  use(environment.getProperty("SPRING_NAME", "s"));
                }
                """))
        .containsExactlyInAnyOrder(
            "ORDERS_STREAM=orders",
            "GROUP_NAME",
            "POOL_SIZE=8",
            "REDIS_PORT=6379",
            "FROM_FILE",
            "FROM_FILE_OR=f",
            "SPRING_NAME=s");
  }

  @Test
  void takesNoOtherReadForOne() {
    assertThat(
            read(
                """
                @Value("${orders.stream:orders}") String stream;
                void start(Map<String, String> fields) {
                  use(fields.get("ORDER_ID"), fields.containsKey("ORDER_ID"));
                  use(environment.getProperty("spring.redis.host"), System.getProperty("JAVA_HOME"));
                }
                """))
        .isEmpty();
  }
}

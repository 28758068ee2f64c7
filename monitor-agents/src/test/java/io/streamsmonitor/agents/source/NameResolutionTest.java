package io.streamsmonitor.agents.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.scout.CodeSample;
import io.streamsmonitor.agents.source.NameValue.Const;
import io.streamsmonitor.agents.source.NameValue.Env;
import io.streamsmonitor.agents.source.NameValue.OneOf;
import io.streamsmonitor.agents.source.NameValue.Setting;
import io.streamsmonitor.agents.source.NameValue.Template;
import io.streamsmonitor.agents.source.NameValue.Unknown;
import io.streamsmonitor.core.finding.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NameResolutionTest {
  private static final String ADD = "jedis.xadd(%s, fields, params);";

  /** Members of a class whose only call adds to a stream, and what its name must be. */
  record Case(String what, String members, NameValue expected) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static String add(String key) {
    return "void add() { " + ADD.formatted(key) + " }";
  }

  static List<Case> cases() {
    NameValue orders = new Const("orders");
    return List.of(
        new Case("literal", add("\"orders\""), orders),
        new Case("constant", "static final String S = \"orders\"; " + add("S"), orders),
        new Case(
            "constant of constants",
            "static final String P = \"or\"; static final String S = P + \"ders\"; " + add("S"),
            orders),
        new Case(
            "local", "void add() { String s = \"orders\"; " + ADD.formatted("s") + " }", orders),
        new Case("var", "void add() { var s = \"orders\"; " + ADD.formatted("s") + " }", orders),
        new Case(
            "joined by a method of many arguments",
            "String key(String... parts) { return String.join(\":\", parts); } "
                + add("key(\"shop\", \"orders\")"),
            new Const("shop:orders")),
        new Case("bytes", add("\"orders\".getBytes()"), orders),
        new Case(
            "reassigned local",
            "void add() { String s = \"orders\"; s = next(); " + ADD.formatted("s") + " }",
            new Unknown("result of next()")),
        new Case(
            "two values",
            "void add() { String s = \"a\"; if (x) { s = \"b\"; } " + ADD.formatted("s") + " }",
            new OneOf(List.of(new Const("a"), new Const("b")))),
        new Case(
            "conditional",
            add("test ? \"a\" : \"b\""),
            new OneOf(List.of(new Const("a"), new Const("b")))),
        new Case(
            "template",
            "void add(int shard) { " + ADD.formatted("\"orders:\" + shard") + " }",
            new Template("orders:*")),
        new Case(
            "format",
            "void add(int shard) { " + ADD.formatted("String.format(\"orders:%d\", shard)") + " }",
            new Template("orders:*")),
        new Case(
            "parameter of one caller",
            "void go() { put(\"orders\"); } void put(String s) { " + ADD.formatted("s") + " }",
            orders),
        new Case(
            "three calls deep",
            "void a() { b(\"orders\"); } void b(String x) { c(x); } void c(String y) { d(y); } void d(String s) { "
                + ADD.formatted("s")
                + " }",
            orders),
        new Case(
            "parameter without caller",
            "void put(String s) { " + ADD.formatted("s") + " }",
            new Unknown("parameter s of put, no caller seen")),
        new Case("environment", add("System.getenv(\"S\")"), new Env("S", null)),
        new Case(
            "environment or default",
            add("System.getenv().getOrDefault(\"S\", \"orders\")"),
            new Env("S", "orders")),
        new Case(
            "environment, conditional",
            "void add() { String v = System.getenv(\"S\"); "
                + ADD.formatted("v == null ? \"orders\" : v")
                + " }",
            new Env("S", "orders")),
        new Case(
            "environment, if absent",
            "void add() { String v = System.getenv(\"S\"); if (v == null) { v = \"orders\"; } "
                + ADD.formatted("v")
                + " }",
            new Env("S", "orders")),
        new Case(
            "environment behind a wrapper",
            add("env(\"S\", \"orders\")")
                + " static String env(String n, String d) { String v = System.getenv(n); return v != null ? v : d; }",
            new Env("S", "orders")),
        new Case(
            "optional environment",
            add("Optional.ofNullable(System.getenv(\"S\")).orElse(\"orders\")"),
            new Env("S", "orders")),
        new Case(
            "annotated",
            "@Value(\"${stream.orders:orders}\") String s; " + add("s"),
            new Setting("stream.orders", "orders", null, null)),
        new Case(
            "field set by a constructor nobody calls",
            "private final String s; Sample(String s) { this.s = s; } " + add("s"),
            new Unknown("parameter s of <init>, no caller seen")),
        new Case(
            "field set by constructor",
            "private final String s; Sample(String s) { this.s = s; } static Sample make() { return new Sample(\"orders\"); } "
                + add("s"),
            orders),
        new Case(
            "mutable static",
            "static String s = \"orders\"; static void main(String[] a) { s = a[0]; } " + add("s"),
            new Setting("command line", "orders", null, null)),
        new Case(
            "option of the command line",
            "static String s = \"orders\"; static void main(String[] args) { List<String> list = new ArrayList<>(Arrays.asList(args)); "
                + "int at = list.indexOf(\"--stream\"); s = list.get(at + 1); } "
                + add("s"),
            new Setting("--stream", "orders", null, null)),
        new Case(
            "annotated option",
            "@Option(names = {\"--stream\", \"-s\"}, defaultValue = \"orders\") String s; "
                + add("s"),
            new Setting("--stream", "orders", null, null)),
        new Case(
            "set through a variable",
            "String s; static Sample make() { Sample made = new Sample(); made.s = \"orders\"; return made; } "
                + add("s"),
            orders),
        new Case(
            "given itself",
            "String s; void next() { other.s(s); } void s(String s) { this.s = s; } void first() { s(\"orders\"); } "
                + add("s"),
            orders),
        new Case(
            "null given too",
            "void a() { put(null); put(\"orders\"); } void put(String s) { if (s != null) { "
                + ADD.formatted("s")
                + " } }",
            orders),
        new Case(
            "elements added to a list",
            "void add() { List<String> l = new ArrayList<>(); l.add(\"a\"); l.add(\"b\"); l.forEach(s -> "
                + ADD.formatted("s").replace(";", "")
                + "); }",
            new OneOf(List.of(new Const("a"), new Const("b")))),
        new Case(
            "element of a list that others fill",
            "void add(List<String> l) { for (String s : l) { " + ADD.formatted("s") + " } }",
            new Unknown("an element of a collection")),
        new Case(
            "list handed on",
            "void go() { each(List.of(\"orders\")); } void each(List<String> l) { for (String s : l) { "
                + ADD.formatted("s")
                + " } }",
            orders),
        new Case(
            "bytes of a constant",
            "static final String ORDERS = \"orders\"; " + add("ORDERS.getBytes()"),
            orders),
        new Case(
            "template inside a text",
            "String key(int n) { return \"a:\" + n; } void add(int n) { "
                + ADD.formatted("\"x:\" + key(n) + \":y\"")
                + " }",
            new Template("x:a:*:y")),
        new Case(
            "text of several values",
            add("\"x:\" + (test ? \"a\" : \"b\")"),
            new OneOf(List.of(new Const("x:a"), new Const("x:b")))),
        new Case(
            "shadowed field",
            "static final String s = \"other\"; void add() { String s = \"orders\"; "
                + ADD.formatted("s")
                + " }",
            orders),
        new Case(
            "enum getter",
            "enum S { ORDERS(\"orders\"); final String key; S(String key) { this.key = key; } String key() { return key; } } "
                + add("S.ORDERS.key()"),
            orders),
        new Case("enum name", "enum S { orders } " + add("S.orders.name()"), orders),
        new Case(
            "record component",
            "record Names(String stream) {} static final Names N = new Names(\"orders\"); "
                + add("N.stream()"),
            orders),
        new Case("getter", "private String s() { return \"orders\"; } " + add("s()"), orders),
        new Case(
            "loop over constants",
            "void add() { for (String s : List.of(\"a\", \"b\")) { " + ADD.formatted("s") + " } }",
            new OneOf(List.of(new Const("a"), new Const("b")))),
        new Case(
            "settings",
            "void add(Settings settings) { "
                + ADD.formatted("settings.getProperty(\"redis.orders\")")
                + " }",
            new Setting("redis.orders", null, null, null)),
        new Case(
            "itself",
            "void add() { String s = s(); " + ADD.formatted("s") + " } String s() { return s(); }",
            new Unknown("too deep")));
  }

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("cases")
  void followsANameToItsValue(Case c) {
    SourceFacts facts = CodeSample.in(folder).jedis("Sample", c.members()).scan().facts();

    assertThat(names(facts))
        .isEqualTo(c.expected() instanceof OneOf o ? o.options() : List.of(c.expected()));
  }

  private static List<NameValue> names(SourceFacts facts) {
    return facts.streams().stream().map(StreamUse::stream).toList();
  }

  @Test
  void followsConstantsIntoFilesThatMentionNoRedis() {
    SourceFacts facts =
        CodeSample.in(folder)
            .file(
                "src/main/java/shop/names/Keys.java",
                "package shop.names; public interface Keys { String ORDERS = Prefix.OF + \"orders\"; }")
            .file(
                "src/main/java/shop/names/Prefix.java",
                "package shop.names; class Prefix { static final String OF = \"shop:\"; }")
            .file(
                "src/main/java/shop/Publisher.java",
                "package shop; import static shop.names.Keys.ORDERS; import redis.clients.jedis.*; class Publisher { void add(Jedis jedis) { jedis.xadd(ORDERS, id, map); } }")
            .scan()
            .facts();

    assertThat(names(facts)).containsExactly(new Const("shop:orders"));
  }

  @Test
  void followsConstructorArgumentsFromFilesThatMentionNoRedis() {
    SourceFacts facts =
        CodeSample.in(folder)
            .jedis(
                "Publisher",
                "private final String stream; Publisher(String stream) { this.stream = stream; } void add() { jedis.xadd(stream, fields, params); }")
            .file(
                "src/main/java/shop/Main.java",
                "package shop; class Main { static void main(String[] args) { new Publisher(\"orders\"); } }")
            .scan()
            .facts();

    assertThat(names(facts)).containsExactly(new Const("orders"));
  }

  @Test
  void bindsPropertiesOfNestedClassesToTheirKeys() {
    Location at = new Location("application.yml", 3);
    ConfigValues config =
        (service, key) ->
            key.equals("shop.streams.new-orders")
                ? Optional.of(new ConfigValues.Located("orders", at))
                : Optional.empty();
    SourceFacts facts =
        CodeSample.in(folder)
            .file(
                "src/main/java/shop/Props.java",
                "package shop; @ConfigurationProperties(prefix = \"shop\") class Props { private Streams streams; static class Streams { private String newOrders; String getNewOrders() { return newOrders; } } Streams getStreams() { return streams; } }")
            .jedis(
                "Publisher",
                "void add(Props props) { jedis.xadd(props.getStreams().getNewOrders(), fields, params); }")
            .scan(config)
            .facts();

    assertThat(names(facts))
        .containsExactly(new Setting("shop.streams.new-orders", null, "orders", at));
  }

  @Test
  void seesEnvironmentVariablesThroughConstantsAndWrappers() {
    SourceFacts facts =
        CodeSample.in(folder)
            .file(
                "src/main/java/shop/Env.java",
                "package shop; final class Env { static final String PORT = \"PORT\"; static String or(String name, String fallback) { String v = System.getenv(name); return v == null ? fallback : v; } }")
            .file(
                "src/main/java/shop/Main.java",
                "package shop; class Main { int port = Integer.parseInt(Env.or(Env.PORT, \"80\")); String home = System.getenv(\"DATA_HOME\"); String raw(@Value(\"${API_URL:none}\") String url) { return Env.or(\"MODE\", \"dev\"); } }")
            .scan()
            .facts();

    assertThat(facts.env().stream().map(e -> e.name() + "=" + e.fallback()))
        .containsExactlyInAnyOrder("PORT=80", "DATA_HOME=null", "API_URL=none", "MODE=dev");
  }

  @Test
  void takesTheTypeOfTheOwnModuleWhereModulesShareAName() {
    CodeSample tree = CodeSample.in(folder);
    for (String module : List.of("auto", "manual")) {
      tree.file(
              module + "/src/main/java/shop/Keys.java",
              "package shop; class Keys { static final String KEY = \"" + module + "\"; }")
          .file(
              module + "/src/main/java/shop/Publisher.java",
              "package shop; import static shop.Keys.KEY; import redis.clients.jedis.*; class Publisher { void add(Jedis jedis) { jedis.xadd(KEY, id, map); } }");
    }

    assertThat(tree.scan().facts().streams())
        .extracting(StreamUse::stream)
        .containsExactly(new Const("auto"), new Const("manual"));
  }

  @Test
  void takesTheStreamOfARecordThatAnotherMethodMakes() {
    SourceFacts facts =
        spring(
            """
            void add() { var record = record(); template.opsForStream().add(record, options); }
            MapRecord<String, String, String> record() { return MapRecord.create("orders", Map.of("a", "1")); }
            """);

    assertThat(names(facts)).containsExactly(new Const("orders"));
  }

  @Test
  void takesTheStreamThatTheGroupReadsForOneThatARecordIsAcknowledgedOn() {
    SourceFacts facts =
        spring(
            """
            void start() { container.receive(Consumer.from("billing", "c"), StreamOffset.create("orders", ReadOffset.lastConsumed()), this); }
            void onMessage(MapRecord<String, String, String> message) { template.opsForStream().acknowledge("billing", message); }
            """);

    assertThat(names(facts)).containsExactly(new Const("orders"), new Const("orders"));
  }

  @Test
  void takesTheStreamsThatTheMethodReadsForTheKeyOfAnEntry() {
    SourceFacts facts =
        CodeSample.in(folder)
            .jedis(
                "Sample",
                """
                void run() {
                  var map = new HashMap<String, StreamEntryID>();
                  map.put("orders", id);
                  for (var batch : jedis.xreadGroup("g", host(), params, map)) {
                    String key = batch.getKey();
                    batch.getValue().forEach(e -> { jedis.xack(key, "g", e.getID()); jedis.xdel(key, e.getID()); });
                  }
                }
                """)
            .scan()
            .facts();

    assertThat(names(facts)).hasSize(3).containsOnly(new Const("orders"));
  }

  @Test
  void followsFullyQualifiedNames() {
    SourceFacts facts =
        CodeSample.in(folder)
            .file(
                "src/main/java/shop/names/Keys.java",
                "package shop.names; public class Keys { public static String of(int n) { return \"orders:\" + n; } }")
            .jedis("Sample", add("shop.names.Keys.of(1)"))
            .scan()
            .facts();

    assertThat(names(facts)).containsExactly(new Const("orders:1"));
  }

  private SourceFacts spring(String members) {
    return CodeSample.in(folder)
        .file(
            "src/main/java/shop/Sample.java",
            """
            package shop;
            import org.springframework.data.redis.connection.stream.*;
            import org.springframework.data.redis.core.*;
            import org.springframework.data.redis.stream.*;
            class Sample {
              StringRedisTemplate template;
              StreamMessageListenerContainer<String, MapRecord<String, String, String>> container;
            %s
            }
            """
                .formatted(members))
        .scan()
        .facts();
  }
}

package io.streamsmonitor.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every Java snippet of the pages compiles. */
class DocumentedSnippetsTest {
  private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

  private static final String AROUND =
      """
      import io.streamsmonitor.envelope.*;
      import io.streamsmonitor.envelope.events.*;
      import io.streamsmonitor.envelope.micrometer.*;
      import io.streamsmonitor.envelope.otel.*;
      import java.time.*;
      import java.util.List;
      import java.util.Map;
      import org.springframework.stub.*;

      abstract class Page%d {
        record Order(String id) {}
        record Invoice(String order) {}
        interface Request { String header(String name); }
        abstract Invoice bill(Order order);
        MonitoredRedis redis;
        StreamPublisher orders;
        Order order;
        Request request;
        java.util.concurrent.Executor executor;
        io.micrometer.core.instrument.MeterRegistry registry;
        io.micrometer.observation.ObservationRegistry observations;
        io.opentelemetry.api.OpenTelemetry openTelemetry;
        %s
      }
      """;

  /** Spring is none of ours: as much of it as the snippets name. */
  private static final String SPRING =
      """
      package org.springframework.stub;
      """;

  @TempDir private Path classes;

  @ParameterizedTest
  @ValueSource(strings = {"embedding.md", "cloudevents.md"})
  void compile(String page) throws IOException {
    String text = Files.readString(Path.of("..", "docs", page));
    List<JavaFileObject> sources = spring();
    Matcher snippet = SNIPPET.matcher(text);
    int number = 0;
    while (snippet.find()) {
      String code = snippet.group(1);
      String body = code.contains("@Bean") ? code : "void run() throws Exception {" + code + "}";
      String name = "Page" + ++number;
      sources.add(source(name, AROUND.formatted(number, body)));
    }
    StringWriter problems = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    boolean compiled =
        compiler
            .getTask(
                problems,
                null,
                null,
                List.of("-d", classes.toString(), "-proc:none"),
                null,
                sources)
            .call();

    assertThat(compiled).as("%s", problems).isTrue();
    assertThat(number).isPositive();
  }

  private static List<JavaFileObject> spring() {
    List<JavaFileObject> stubs = new ArrayList<>();
    stubs.add(stub("Bean", "public @interface Bean { String destroyMethod(); }"));
    stubs.add(stub("Value", "public @interface Value { String value(); }"));
    stubs.add(stub("EventListener", "public @interface EventListener { Class<?> value(); }"));
    stubs.add(stub("Context", "public interface Context { <T> T getBean(Class<T> type); }"));
    stubs.add(
        stub(
            "ApplicationReadyEvent",
            "public interface ApplicationReadyEvent { Context getApplicationContext(); }"));
    return stubs;
  }

  private static JavaFileObject stub(String name, String code) {
    return source("org/springframework/stub/" + name, SPRING + code);
  }

  private static JavaFileObject source(String name, String code) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return code;
      }
    };
  }
}

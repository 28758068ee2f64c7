package io.streamsmonitor.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs on the slf4j that a service has, and on the Java it has. */
class OtherRuntimesTest extends RedisTest {

  /** What decides which slf4j there is, and everything optional. */
  private static final Pattern LEFT_OUT =
      Pattern.compile(".*(slf4j|logback|log4j|opentelemetry|micrometer)[^/]*[.]jar");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"1.7", "2"})
  void onThisJava(String slf4j) throws Exception {
    runs(Path.of(System.getProperty("java.home")), slf4j, Runtime.version().feature());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.7", "2"})
  void onTheNewestLongTermJavaInstalled(String slf4j) throws Exception {
    Optional<Path> newest = newestLongTermJava();
    Assumptions.assumeTrue(newest.isPresent(), "no newer Java beside this one");
    runs(newest.orElseThrow(), slf4j, feature(newest.orElseThrow()));
  }

  private void runs(Path java, String slf4j, int feature) throws Exception {
    Path output = folder.resolve("output.txt");
    Process service =
        new ProcessBuilder(
                java.resolve("bin").resolve("java").toString(),
                "-cp",
                classPath(slf4j),
                Embedded.class.getName(),
                server.uri())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = service.waitFor(60, TimeUnit.SECONDS);
    service.destroyForcibly();
    String text = Files.readString(output, UTF_8);

    assertThat(ended).as("%s", text).isTrue();
    assertThat(service.exitValue()).as("%s", text).isZero();
    assertThat(text)
        .contains("java " + feature + ", all handled")
        .contains("\"event\":\"redis.publish\"")
        .contains("\"event\":\"redis.ack\"")
        .contains("\"event\":\"service.shutdown\"")
        .doesNotContain("SLF4J: ");
  }

  private static String classPath(String slf4j) throws IOException {
    List<String> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!LEFT_OUT.matcher(entry).matches()) {
        path.add(entry);
      }
    }
    Path jars = Path.of("target", "slf4j-" + slf4j);
    try (Stream<Path> found = Files.list(jars)) {
      found.map(Path::toString).forEach(path::add);
    }
    return String.join(File.pathSeparator, path);
  }

  /** Beside this Java, where package managers put them. */
  private static Optional<Path> newestLongTermJava() throws IOException {
    Path here = Path.of(System.getProperty("java.home")).toRealPath();
    Path beside = here.getParent();
    if (beside == null) {
      return Optional.empty();
    }
    try (Stream<Path> homes = Files.list(beside)) {
      return homes
          .filter(home -> Files.isExecutable(home.resolve("bin").resolve("java")))
          .filter(home -> feature(home) > Runtime.version().feature())
          .filter(home -> feature(home) % 4 == 1)
          .max(Comparator.comparingInt(OtherRuntimesTest::feature));
    }
  }

  /** 21 of {@code JAVA_VERSION="21.0.4"}; 0 where there is none. */
  private static int feature(Path home) {
    Properties release = new Properties();
    try (var file = Files.newBufferedReader(home.resolve("release"))) {
      release.load(file);
    } catch (IOException e) {
      return 0;
    }
    String version = release.getProperty("JAVA_VERSION", "\"0\"").replace("\"", "");
    return Runtime.Version.parse(version).feature();
  }
}

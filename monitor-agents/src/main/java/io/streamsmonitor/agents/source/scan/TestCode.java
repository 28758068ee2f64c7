package io.streamsmonitor.agents.source.scan;

import java.util.List;
import java.util.regex.Pattern;

/** Which files are test code, by their paths. */
final class TestCode {
  private static final List<String> FOLDERS =
      List.of(
          "/src/test/",
          "/src/it/",
          "/src/integrationTest/",
          "/src/testFixtures/",
          "/src/jmh/",
          "/test/",
          "/tests/",
          "/__tests__/",
          "/__mocks__/",
          "/e2e/",
          "/cypress/");

  private static final List<String> JAVA =
      List.of("Test.java", "Tests.java", "TestCase.java", "IT.java");

  private static final Pattern SCRIPT =
      Pattern.compile(
          ".*[.-](?:spec|test|e2e|mock|stories|bench)\\.[cm]?[jt]sx?"
              + "|[\\w.]*(?:jest|vitest|karma|playwright)[\\w.]*\\.config\\.[cm]?[jt]s");

  private TestCode() {}

  static boolean is(String path) {
    String rooted = "/" + path;
    if (FOLDERS.stream().anyMatch(rooted::contains)) {
      return true;
    }
    String name = rooted.substring(rooted.lastIndexOf('/') + 1);
    return name.endsWith(".java")
        ? JAVA.stream().anyMatch(name::endsWith)
        : SCRIPT.matcher(name).matches();
  }
}

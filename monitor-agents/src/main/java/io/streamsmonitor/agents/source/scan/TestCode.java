package io.streamsmonitor.agents.source.scan;

import java.util.regex.Pattern;

/** Which files are test code, by their paths. */
final class TestCode {
  private static final Pattern PATH =
      Pattern.compile(
          "(?:^|/)(?:src/(?:test|it|integrationTest|testFixtures|jmh)|tests?|__tests__)/.*"
              + "|.*(?:Tests?|TestCase|IT)\\.java"
              + "|(?:^|/)(?:__mocks__|e2e|cypress)/.*"
              + "|.*[.-](?:spec|test|e2e|mock|stories|bench)\\.[cm]?[jt]sx?"
              + "|(?:^|/)[\\w.]*(?:jest|vitest|karma|playwright)[\\w.]*\\.config\\.[cm]?[jt]s");

  private TestCode() {}

  static boolean is(String path) {
    return PATH.matcher(path).find();
  }
}

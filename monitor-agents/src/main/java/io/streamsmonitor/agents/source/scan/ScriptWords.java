package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.script.Modules;
import java.util.List;

/** Which scripts are worth parsing although they do not work on streams, by words alone. */
final class ScriptWords {
  private static final List<String> WORDS =
      List.of(
          "console.",
          ".env",
          "nvSchema",
          "nvVars",
          "nvironmentVariables",
          "cleanEnv",
          "createEnv",
          "validationSchema",
          "onfigService",
          "env.get(",
          "catch",
          ".keys(",
          "assword",
          "ecret",
          "oken",
          "redis://",
          "rediss://");

  private ScriptWords() {}

  static boolean areIn(String path, String text) {
    return Modules.isScript(path) && WORDS.stream().anyMatch(text::contains);
  }
}

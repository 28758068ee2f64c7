package io.streamsmonitor.agents.config.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code *.config.js} and the like, read as text: literal values of keys, line by line. */
final class ScriptConfigReader implements ConfigReader {
  private static final Pattern NAME =
      Pattern.compile(".+\\.config\\.[cm]?[jt]sx?|config\\.[cm]?[jt]s");
  private static final Pattern PAIR =
      Pattern.compile(
          "(?:^|[{,\\s])['\"]?([A-Za-z_$][\\w$-]*)['\"]?\\s*[:=]\\s*(?:(['\"`])([^'\"`$]*)\\2|(\\d+)\\b)");

  @Override
  public boolean takes(String name, String folder) {
    return NAME.matcher(name).matches();
  }

  @Override
  public void read(TextFile file, String service, Harvest into) {
    List<ConfigEntry> entries = new ArrayList<>();
    List<String> lines = file.lines();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith("//") || line.startsWith("*") || line.length() > 2_000) {
        continue;
      }
      Matcher pair = PAIR.matcher(line);
      while (pair.find()) {
        String value = pair.group(3) == null ? pair.group(4) : pair.group(3);
        entries.add(ConfigEntry.of(pair.group(1), value, file.relative(), i + 1));
      }
    }
    into.documents.add(
        new ConfigDocument(file.relative(), service, SourceKind.STRUCTURED, "", entries));
  }
}

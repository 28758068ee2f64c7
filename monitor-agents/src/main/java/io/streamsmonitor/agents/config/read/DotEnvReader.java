package io.streamsmonitor.agents.config.read;

import io.streamsmonitor.core.finding.Location;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code .env}, {@code .env.production}, {@code orders.env}; examples set nothing. */
final class DotEnvReader implements ConfigReader {
  private static final Pattern NAME =
      Pattern.compile("\\.env(?:[._-].*)?|.+\\.env(?:\\..+)?|env\\.(?:example|sample)");
  private static final Pattern EXAMPLE =
      Pattern.compile(".*(?:example|sample|template|dist|default)s?.*");
  private static final Pattern LINE =
      Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][\\w.-]*)\\s*=\\s*(.*)");

  @Override
  public boolean takes(String name, String folder) {
    return NAME.matcher(name).matches();
  }

  @Override
  public void read(TextFile file, String service, Harvest into) {
    boolean example = EXAMPLE.matcher(file.name()).matches();
    SourceKind kind = example ? SourceKind.TEMPLATE : SourceKind.DOTENV;
    String stage = Stage.of(file.relative());
    List<String> lines = file.lines();
    for (int i = 0; i < lines.size(); i++) {
      Matcher line = LINE.matcher(lines.get(i));
      if (line.matches()) {
        Location at = new Location(file.relative(), i + 1);
        into.env.add(new EnvSetting(service, line.group(1), value(line.group(2)), kind, stage, at));
      }
    }
  }

  /** Without quotes, and without a comment after it. */
  static String value(String text) {
    String value = text.strip();
    if (value.length() > 1 && (value.charAt(0) == '"' || value.charAt(0) == '\'')) {
      int end = value.indexOf(value.charAt(0), 1);
      return end > 0 ? value.substring(1, end) : value.substring(1);
    }
    int comment = value.indexOf(" #");
    return (comment < 0 ? value : value.substring(0, comment)).strip();
  }
}

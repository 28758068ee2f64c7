package io.streamsmonitor.agents.config.read;

import io.streamsmonitor.core.finding.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java properties, documents parted by {@code #---}. */
final class PropertiesReader implements ConfigReader {
  private static final Pattern FOREIGN =
      Pattern.compile("(?:gradle|maven|log4j|logging|messages|build|git|junit|sonar).*");
  private static final Pattern PAIR =
      Pattern.compile("\\s*((?:\\\\.|[^\\\\=:\\s])+)\\s*[=:\\s]\\s*(.*)");

  @Override
  public boolean takes(String name, String folder) {
    return name.endsWith(".properties") && !FOREIGN.matcher(name).matches();
  }

  @Override
  public void read(TextFile file, String service, Harvest into) {
    Map<String, ConfigNode> fields = new LinkedHashMap<>();
    List<String> lines = file.lines();
    for (int i = 0; i < lines.size(); i++) {
      int line = i + 1;
      String text = lines.get(i).stripLeading();
      if (text.startsWith("#---") || text.startsWith("!---")) {
        flush(file, service, fields, into);
        continue;
      }
      if (text.isEmpty() || text.startsWith("#") || text.startsWith("!")) {
        continue;
      }
      StringBuilder whole = new StringBuilder(text);
      while (continued(whole) && i + 1 < lines.size()) {
        whole.setLength(whole.length() - 1);
        whole.append(lines.get(++i).stripLeading());
      }
      Matcher pair = PAIR.matcher(whole);
      if (pair.matches()) {
        String key = pair.group(1).replace("\\", "");
        ConfigNode before = fields.put(key, ConfigNode.text(line, pair.group(2).strip()));
        if (before != null) {
          into.duplicates.add(
              new DuplicateKey(
                  key,
                  new Location(file.relative(), before.line()),
                  new Location(file.relative(), line)));
        }
      }
    }
    flush(file, service, fields, into);
  }

  private static void flush(
      TextFile file, String service, Map<String, ConfigNode> fields, Harvest into) {
    if (!fields.isEmpty()) {
      ConfigNode root = new ConfigNode(1, null, new LinkedHashMap<>(fields), new ArrayList<>());
      StructuredFile.add(file, service, root, into);
      fields.clear();
    }
  }

  private static boolean continued(StringBuilder text) {
    int slashes = 0;
    while (slashes < text.length() && text.charAt(text.length() - 1 - slashes) == '\\') {
      slashes++;
    }
    return slashes % 2 == 1;
  }
}

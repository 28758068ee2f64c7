package io.streamsmonitor.agents.config.read;

import java.io.IOException;
import java.util.regex.Pattern;

/** JSON where it is configuration or a schema, by its name or its folder. */
final class JsonReader implements ConfigReader {
  private static final Pattern FOLDERS =
      Pattern.compile("(?:^|.*/)(?:config|conf|configs|settings|schemas?|asyncapi)(?:/.*|$)");
  private static final Pattern NAMES =
      Pattern.compile(
          "(?:appsettings.*|application.*|.*\\.config|.*\\.schema|asyncapi.*|config|settings)\\.json");

  @Override
  public boolean takes(String name, String folder) {
    return name.endsWith(".json")
        && (FOLDERS.matcher(folder).matches() || NAMES.matcher(name).matches());
  }

  @Override
  public void read(TextFile file, String service, Harvest into) throws SourceRefused, IOException {
    ConfigNode root = JsonTree.read(file.relative(), file.text(), into.duplicates::add);
    StructuredFile.add(file, service, root, into);
  }
}

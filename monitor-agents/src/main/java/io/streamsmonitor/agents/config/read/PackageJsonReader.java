package io.streamsmonitor.agents.config.read;

import io.streamsmonitor.core.finding.Location;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** package.json: variables that scripts set, and the libraries. */
final class PackageJsonReader implements ConfigReader {
  private static final Pattern ASSIGNMENT =
      Pattern.compile("(?:^|\\s|&&)([A-Z][A-Z0-9_]*)=(\"[^\"]*\"|'[^']*'|[^\\s;&]*)");

  @Override
  public boolean takes(String name, String folder) {
    return name.equals("package.json");
  }

  @Override
  public void read(TextFile file, String service, Harvest into) throws SourceRefused, IOException {
    ConfigNode root = JsonTree.read(file.relative(), file.text(), into.duplicates::add);
    ConfigNode scripts = root.at("scripts");
    if (scripts != null) {
      scripts.fields().forEach((name, script) -> script(file, service, name, script, into));
    }
    ConfigNode dependencies = root.at("dependencies");
    if (dependencies != null) {
      String module = service.isEmpty() ? root.textAt("name") : service;
      dependencies
          .fields()
          .forEach(
              (library, version) -> {
                String text = version.text() == null ? "" : version.text();
                Location at = new Location(file.relative(), version.line());
                into.libraries.add(new LibraryUse(module, library, text, at));
              });
    }
  }

  private static void script(
      TextFile file, String service, String name, ConfigNode script, Harvest into) {
    if (!name.startsWith("start") && !name.startsWith("serve")) {
      return;
    }
    Matcher matcher = ASSIGNMENT.matcher(script.text() == null ? "" : script.text());
    while (matcher.find()) {
      Location at = new Location(file.relative(), script.line());
      String value = DotEnvReader.value(matcher.group(2));
      String stage = Stage.of("script." + name.replace(':', '.'));
      into.env.add(new EnvSetting(service, matcher.group(1), value, SourceKind.SCRIPT, stage, at));
    }
  }
}

package io.streamsmonitor.agents.config.read;

import io.streamsmonitor.core.finding.Location;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ENV of a Dockerfile. */
final class DockerfileReader implements ConfigReader {
  private static final Pattern NAME =
      Pattern.compile("(?:dockerfile|containerfile)(?:\\..*)?|.*\\.dockerfile");
  private static final Pattern ENV = Pattern.compile("\\s*ENV\\s+(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern PAIR = Pattern.compile("([A-Za-z_]\\w*)=(\"[^\"]*\"|'[^']*'|\\S*)");
  private static final Pattern OLD = Pattern.compile("([A-Za-z_]\\w*)\\s+([^=].*)");

  @Override
  public boolean takes(String name, String folder) {
    return NAME.matcher(name).matches();
  }

  @Override
  public void read(TextFile file, String service, Harvest into) {
    List<String> lines = file.lines();
    boolean inside = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher env = ENV.matcher(line);
      boolean starts = !inside && env.matches();
      String text = starts ? env.group(1) : line;
      if (starts || inside) {
        Location at = new Location(file.relative(), i + 1);
        settings(text.replaceFirst("\\\\\\s*$", ""), service, at, into);
        inside = line.stripTrailing().endsWith("\\");
      }
    }
  }

  private static void settings(String text, String service, Location at, Harvest into) {
    Matcher pair = PAIR.matcher(text);
    boolean any = false;
    while (pair.find()) {
      any = true;
      set(service, pair.group(1), pair.group(2), at, into);
    }
    Matcher old = OLD.matcher(text.strip());
    if (!any && old.matches()) {
      set(service, old.group(1), old.group(2), at, into);
    }
  }

  private static void set(String service, String name, String value, Location at, Harvest into) {
    into.env.add(
        new EnvSetting(service, name, DotEnvReader.value(value), SourceKind.DOCKERFILE, "", at));
  }
}

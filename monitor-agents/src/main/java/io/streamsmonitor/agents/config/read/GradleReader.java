package io.streamsmonitor.agents.config.read;

import io.streamsmonitor.core.finding.Location;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dependencies written as {@code 'group:artifact:version'} in a Gradle build file. */
final class GradleReader implements ConfigReader {
  private static final Pattern DEPENDENCY =
      Pattern.compile("['\"]([\\w.-]+:[\\w.-]+):([\\w.-]+)['\"]");

  @Override
  public boolean takes(String name, String folder) {
    return name.equals("build.gradle") || name.equals("build.gradle.kts");
  }

  @Override
  public void read(TextFile file, String service, Harvest into) {
    List<String> lines = file.lines();
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = DEPENDENCY.matcher(lines.get(i));
      while (matcher.find()) {
        Location at = new Location(file.relative(), i + 1);
        into.libraries.add(new LibraryUse(service, matcher.group(1), matcher.group(2), at));
      }
    }
  }
}

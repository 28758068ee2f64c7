package io.streamsmonitor.agents.config.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of variables that a compose file gives to a service.
 *
 * @param file relative to where the scan started
 */
record EnvFile(String service, String file) {

  /** The path is the compose file's own, relative to its folder. */
  static EnvFile of(String service, String composeFile, String path) {
    Path folder = Path.of("/" + composeFile).getParent();
    Path file = folder == null ? Path.of("/" + path) : folder.resolve(path).normalize();
    return new EnvFile(service, file.toString().replace('\\', '/').substring(1));
  }

  /** The settings, those of such files for the services that are given them. */
  static List<EnvSetting> assigned(Harvest from, ServiceMap services) {
    List<EnvSetting> out = new ArrayList<>();
    for (EnvSetting setting : from.env) {
      List<String> given =
          from.envFiles.stream()
              .filter(f -> f.file().equals(setting.at().file()))
              .map(f -> services.named(f.service()))
              .distinct()
              .toList();
      boolean everybodys = TextFile.nameOf(Path.of(setting.at().file())).equals(".env");
      if (given.isEmpty() || everybodys) {
        out.add(setting);
      } else {
        given.forEach(service -> out.add(setting.of(service)));
      }
    }
    return out;
  }
}

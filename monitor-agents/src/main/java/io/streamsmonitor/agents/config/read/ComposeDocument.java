package io.streamsmonitor.agents.config.read;

import io.streamsmonitor.core.finding.Location;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A docker-compose file: per service its environment and the host's ports. */
final class ComposeDocument {
  private static final Pattern HOST_PORT =
      Pattern.compile("(?:[\\d.]+:|\\[[^]]*]:)?(\\d+):\\d+(?:/(?:tcp|udp))?");

  private final TextFile file;
  private final String stage;
  private final Harvest into;

  private ComposeDocument(TextFile file, Harvest into) {
    this.file = file;
    this.stage = Stage.of(file.relative());
    this.into = into;
  }

  static void add(TextFile file, ConfigNode root, Harvest into) {
    into.substituted.add(
        new ConfigDocument(
            file.relative(), "", SourceKind.COMPOSE, "", root.entries(file.relative())));
    ConfigNode services = root.at("services");
    if (services != null) {
      ComposeDocument document = new ComposeDocument(file, into);
      services.fields().forEach(document::service);
    }
  }

  private void service(String name, ConfigNode service) {
    ConfigNode environment = service.at("environment");
    if (environment != null) {
      environment.fields().forEach((key, value) -> set(name, key, value));
      environment.items().forEach(item -> assignment(name, item));
    }
    ConfigNode files = service.at("env_file");
    if (files != null) {
      envFile(name, files);
      files.items().forEach(item -> envFile(name, item));
    }
    ConfigNode ports = service.at("ports");
    if (ports != null) {
      ports.items().forEach(port -> port(name, port));
    }
  }

  private void envFile(String service, ConfigNode item) {
    String path = item.isMap() ? item.textAt("path") : item.text();
    if (path != null && !path.isBlank() && !path.startsWith("/") && !path.contains("${")) {
      into.envFiles.add(EnvFile.of(service, file.relative(), path));
    }
  }

  private void assignment(String service, ConfigNode item) {
    String text = item.text() == null ? "" : item.text();
    int equals = text.indexOf('=');
    if (equals > 0) {
      ConfigNode value = ConfigNode.text(item.line(), text.substring(equals + 1));
      set(service, text.substring(0, equals), value);
    }
  }

  private void set(String service, String name, ConfigNode value) {
    into.env.add(
        new EnvSetting(service, name, value.text(), SourceKind.COMPOSE, stage, at(value.line())));
  }

  private void port(String service, ConfigNode port) {
    String text = port.isMap() ? port.textAt("published") : port.text();
    Matcher matcher = HOST_PORT.matcher(text == null ? "" : text);
    String host = port.isMap() ? text : matcher.matches() ? matcher.group(1) : "";
    int number = Ports.parse(host == null ? "" : host);
    if (number > 0 && stage.isEmpty()) {
      into.ports.add(
          new PortBinding(service, number, "ports", SourceKind.COMPOSE, at(port.line())));
    }
  }

  private Location at(int line) {
    return new Location(file.relative(), line);
  }
}

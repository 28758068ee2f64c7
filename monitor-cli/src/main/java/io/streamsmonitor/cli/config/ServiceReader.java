package io.streamsmonitor.cli.config;

import io.streamsmonitor.core.fleet.ServiceSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the items of {@code services:}. */
final class ServiceReader {
  private final Path base;

  ServiceReader(Path base) {
    this.base = base;
  }

  /** The service that an item of the list describes. */
  ServiceSpec service(YamlNode item) throws ConfigError {
    Section s =
        Section.of(
            "services",
            item,
            "name",
            "command",
            "workdir",
            "env",
            "ready",
            "logs",
            "port",
            "pid-file",
            "sources",
            "config",
            "publishes",
            "consumes");
    String name = s.text("name", "");
    if (name.isBlank()) {
      throw item.error("a service needs a name");
    }
    String pidFile = s.optional("pid-file");
    String ready = s.optional("ready");
    if (ready != null) {
      s.parsed("ready", "", text -> Pattern.compile(text).pattern());
    }
    return new ServiceSpec(
        name,
        s.command("command"),
        base.resolve(s.text("workdir", ".")).normalize(),
        s.environment("env"),
        ready,
        s.texts("logs", List.of()),
        (int) s.number("port", 0),
        pidFile == null ? null : base.resolve(pidFile),
        paths(s.texts("sources", List.of())),
        paths(s.texts("config", List.of())),
        s.texts("publishes", List.of()),
        consumes(s));
  }

  private static List<ServiceSpec.Consumption> consumes(Section s) throws ConfigError {
    YamlNode node = s.node("consumes");
    List<ServiceSpec.Consumption> out = new ArrayList<>();
    if (node != null && node.list() == null && node.map() == null) {
      return List.of(new ServiceSpec.Consumption(node.text("consumes"), ""));
    }
    for (YamlNode item : s.items("consumes")) {
      if (item.map() == null) {
        out.add(new ServiceSpec.Consumption(item.text("consumes"), ""));
      } else {
        Section c = Section.of("consumes", item, "stream", "group");
        out.add(new ServiceSpec.Consumption(c.text("stream", ""), c.text("group", "")));
      }
    }
    return out;
  }

  private List<Path> paths(List<String> texts) {
    return texts.stream().map(t -> base.resolve(t).normalize()).toList();
  }
}

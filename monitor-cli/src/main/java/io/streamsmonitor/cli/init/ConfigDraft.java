package io.streamsmonitor.cli.init;

import io.streamsmonitor.core.fleet.ServiceSpec.Consumption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of a first monitor.yml: what is known is written, what only a person knows is asked. */
public final class ConfigDraft {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");
  private static final Set<String> WORDS_OF_YAML =
      Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");
  private static final List<String> DOCS = List.of("docs", "README.md");

  private ConfigDraft() {}

  /** The draft for a folder, which is scanned for it; nothing is written. */
  public static String of(Path folder) {
    Path base = folder.toAbsolutePath().normalize();
    List<String> lines = new ArrayList<>();
    lines.add("# Drafted by monitor init: correct it, then ask monitor doctor what is amiss.");
    lines.add("session: { duration: 10m }");
    lines.add("redis: { url: \"redis://127.0.0.1:6379\" }   # or rediss://…, or embedded");
    List<ServiceDraft> services = FleetSurvey.of(base);
    if (!services.isEmpty()) {
      lines.add("services:");
      services.forEach(service -> lines.addAll(lines(service)));
    }
    lines.add("sources: [.]");
    List<String> docs = DOCS.stream().filter(d -> Files.exists(base.resolve(d))).toList();
    if (!docs.isEmpty()) {
      lines.add("docs: " + list(docs));
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<String> lines(ServiceDraft service) {
    List<String> out = new ArrayList<>();
    out.add("  - name: " + word(service.name()));
    out.add("    # command: how to start it; without one it is attached to by its logs");
    out.add("    workdir: " + word(service.folder()));
    out.add(
        service.logs().isEmpty()
            ? "    # logs: [\"logs/" + service.name() + "*.log\"]"
            : "    logs: " + list(service.logs()));
    out.add("    sources: " + list(List.of(service.folder())));
    out.add("    config: " + list(List.of(service.folder())));
    if (!service.publishes().isEmpty()) {
      out.add("    publishes: " + list(service.publishes()));
    }
    if (!service.consumes().isEmpty()) {
      out.add(
          service.consumes().stream()
              .map(ConfigDraft::consumption)
              .collect(Collectors.joining(", ", "    consumes: [", "]")));
    }
    return out;
  }

  private static String consumption(Consumption read) {
    String group = read.group().isEmpty() ? "" : ", group: " + word(read.group());
    return "{ stream: " + word(read.stream()) + group + " }";
  }

  private static String list(Collection<String> words) {
    return words.stream().map(ConfigDraft::word).collect(Collectors.joining(", ", "[", "]"));
  }

  /** Bare where YAML reads it as text, in double quotes otherwise. */
  private static String word(String text) {
    boolean plain = PLAIN.matcher(text).matches() && !WORDS_OF_YAML.contains(text);
    return plain || text.equals(".")
        ? text
        : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}

package io.streamsmonitor.agents.config;

import io.streamsmonitor.agents.config.declare.Declaration;
import io.streamsmonitor.agents.config.declare.Origin;
import io.streamsmonitor.agents.config.env.EnvVerdict;
import io.streamsmonitor.agents.config.read.ConfigDocument;
import io.streamsmonitor.agents.config.read.ConfigEntry;
import io.streamsmonitor.agents.config.read.EnvSetting;
import io.streamsmonitor.agents.source.SourceFacts;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.workspace.Files0600;
import io.streamsmonitor.core.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Writes the auditor's files: lists of one name a line. */
final class AuditFiles {
  private static final Pattern LOGGING =
      Pattern.compile(
          "(?i)(?:.*[._-])?log(?:s|ging|ger)?[._-].*|(?:.*[._-])?log_?(?:level|format)");

  /** A level or a format; patterns and paths are neither. */
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{1,15}");

  private final Workspace workspace;

  AuditFiles(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Everything that needs no Redis. */
  void declarations(ConfigView view, SourceFacts facts) {
    config("config_files.txt", view.sources().files());
    config("stream_files.txt", facts.files());
    config("code_stream_names.txt", view.code().streams());
    config("doc_stream_names.txt", documented(view));
    config("code_group_names.txt", view.code().groups());
    config("required_env_vars.txt", view.env().required());
    config("env_audit.txt", view.env().verdicts().stream().map(EnvVerdict::line).toList());
    config("drift_analysis.txt", drift(view));
  }

  /** The names of all groups there are. */
  void redisGroups(Live live) {
    Set<String> groups = new TreeSet<>();
    live.streams().forEach(s -> groups.addAll(Live.groups(s)));
    config("redis_group_names.txt", groups);
  }

  /** The streams there are, those that are new or gone, and every group as it stands. */
  void runtime(Live live) {
    lines(workspace.halfTimeStreams(), live.names());
    List<String> diff = new ArrayList<>();
    Set<String> all = new TreeSet<>(live.names());
    all.addAll(live.baseline());
    for (String name : all) {
      if (!live.baseline().contains(name)) {
        diff.add("> " + name);
      } else if (!live.names().contains(name)) {
        diff.add("< " + name);
      }
    }
    lines(workspace.newStreams(), diff);
    runtimeGroups(live);
  }

  /** Every group as it stands. */
  void runtimeGroups(Live live) {
    List<String> lines = new ArrayList<>();
    for (StreamSnapshot stream : live.streams()) {
      lines.add("stream " + stream.name().display() + " (" + stream.length() + " entries)");
      for (GroupSnapshot group : stream.groups()) {
        lines.add(
            "  group "
                + group.name().display()
                + ": consumers "
                + group.consumerCount()
                + ", pending "
                + group.pending()
                + ", last delivered "
                + group.lastDelivered());
      }
    }
    config("runtime_groups.txt", lines);
  }

  private static Set<String> documented(ConfigView view) {
    Set<String> names = new TreeSet<>(view.declared().streams(Origin.DOCS));
    Set<String> known = new TreeSet<>(view.code().streams());
    view.declared().all().forEach(d -> known.add(d.stream()));
    if (view.live() != null) {
      known.addAll(view.live().names());
    }
    known.stream().filter(n -> view.docs().mention(n).isPresent()).forEach(names::add);
    return names;
  }

  private static List<String> drift(ConfigView view) {
    Set<String> code = view.code().streams();
    Set<String> docs = documented(view);
    Set<String> configured = new TreeSet<>(view.declared().streams(Origin.CONFIG));
    configured.addAll(view.declared().streams(Origin.MONITOR));
    List<String> out = new ArrayList<>();
    section("Streams in code but NOT in docs", minus(code, docs), out);
    section("Streams in docs but NOT in code", minus(docs, code), out);
    section("Streams in code but NOT in configuration", minus(code, configured), out);
    section("Streams in configuration but NOT in code", minus(configured, code), out);
    if (view.live() != null) {
      Set<String> redis = view.live().names();
      section("Streams in code but NOT in Redis", minus(code, redis), out);
      section("Streams in Redis but NOT in code", minus(redis, code), out);
    }
    section(
        "Declarations",
        view.declared().all().stream().map(AuditFiles::line).distinct().sorted().toList(),
        out);
    section(
        "Ports",
        view.ports().stream()
            .map(p -> p.service() + " " + p.port() + " (" + p.key() + ", " + p.at() + ")")
            .sorted()
            .toList(),
        out);
    section("Log levels and formats", logging(view), out);
    return out;
  }

  /** What configuration and environment say of the services' logs. */
  private static List<String> logging(ConfigView view) {
    Set<String> lines = new TreeSet<>();
    for (ConfigDocument document : view.sources().documents()) {
      for (ConfigEntry entry : document.entries()) {
        if (LOGGING.matcher(entry.key()).matches() && WORD.matcher(entry.value()).matches()) {
          lines.add(logging(document.service(), entry.key(), entry.value(), entry.at()));
        }
      }
    }
    for (EnvSetting s : view.sources().env()) {
      String value = s.value();
      if (LOGGING.matcher(s.name()).matches() && value != null && WORD.matcher(value).matches()) {
        lines.add(logging(s.service(), s.name(), value, s.at()));
      }
    }
    return List.copyOf(lines);
  }

  private static String logging(String service, String key, String value, Location at) {
    String who = service.isEmpty() ? "(any service)" : service;
    return who + " " + key + " = " + value + " (" + at + ")";
  }

  private static String line(Declaration d) {
    String who = d.service().isEmpty() ? "(any service)" : d.service();
    String stream = d.stream().isEmpty() ? "" : " stream " + d.stream();
    String group = d.group().isEmpty() ? "" : " group " + d.group();
    return who + " " + d.role() + stream + group + " (" + d.where() + ")";
  }

  private static List<String> minus(Collection<String> all, Collection<String> without) {
    return all.stream().filter(n -> !without.contains(n)).toList();
  }

  private static void section(String title, List<String> lines, List<String> out) {
    out.add("=== " + title + " ===");
    out.addAll(lines);
  }

  private void config(String file, Collection<String> lines) {
    lines(workspace.config(file), lines);
  }

  private static void lines(Path file, Collection<String> lines) {
    Files0600.write(file, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
  }
}

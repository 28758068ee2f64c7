package io.streamsmonitor.agents.config.declare;

import io.streamsmonitor.agents.config.read.ConfigDocument;
import io.streamsmonitor.agents.config.read.ConfigEntry;
import io.streamsmonitor.agents.config.read.ConfigSources;
import io.streamsmonitor.agents.config.read.EnvSetting;
import io.streamsmonitor.agents.config.read.Settings;
import io.streamsmonitor.agents.config.read.SourceKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Streams and groups that configuration names, told by the words of the keys. */
public final class ConfigDeclarations {
  private final Settings settings;
  private final List<Declaration> out = new ArrayList<>();

  private ConfigDeclarations(Settings settings) {
    this.settings = settings;
  }

  /** What the sources declare. */
  public static List<Declaration> of(ConfigSources sources, Settings settings) {
    ConfigDeclarations declarations = new ConfigDeclarations(settings);
    for (ConfigDocument document : sources.documents()) {
      declarations.read(document.service(), document.entries());
    }
    Map<String, List<ConfigEntry>> env = new LinkedHashMap<>();
    for (EnvSetting s : sources.env()) {
      if (s.kind() != SourceKind.TEMPLATE && s.value() != null) {
        env.computeIfAbsent(s.service(), k -> new ArrayList<>())
            .add(new ConfigEntry(s.name(), s.value(), s.at()));
      }
    }
    env.forEach(declarations::read);
    return declarations.out;
  }

  private void read(String service, List<ConfigEntry> entries) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    Map<String, ConfigEntry> alone = new LinkedHashMap<>();
    for (ConfigEntry entry : entries) {
      KeyWords words = KeyWords.of(entry.key());
      String value = settings.expand(service, entry.value()).orElse("");
      if (words.group() && Names.plausible(value)) {
        groups.computeIfAbsent(subject(entry, words), k -> new ArrayList<>()).add(value);
        alone.putIfAbsent(subject(entry, words), entry);
      }
    }
    for (ConfigEntry entry : entries) {
      stream(service, entry, groups, alone);
    }
    alone.forEach(
        (subject, entry) -> {
          for (String group : groups.getOrDefault(subject, List.of())) {
            String stream = KeyWords.named(entry.key());
            Role role = Role.CONSUMES;
            out.add(
                new Declaration(
                    service, stream, group, role, Origin.CONFIG, entry.key(), true, entry.at()));
          }
        });
  }

  private void stream(
      String service,
      ConfigEntry entry,
      Map<String, List<String>> groups,
      Map<String, ConfigEntry> alone) {
    KeyWords words = KeyWords.of(entry.key());
    if (!words.stream() && !words.channel() && !words.member()) {
      return;
    }
    boolean sure = words.stream() || words.about();
    String subject = subject(entry, words);
    List<String> paired = groups.getOrDefault(subject, List.of());
    for (String raw : entry.value().split(",", -1)) {
      String value = settings.expand(service, raw.strip()).orElse("");
      if (!Names.plausible(value)) {
        continue;
      }
      if (paired.isEmpty()) {
        out.add(
            new Declaration(
                service, value, "", words.role(), Origin.CONFIG, entry.key(), sure, entry.at()));
      }
      for (String group : paired) {
        Role role = words.role() == Role.NAMES ? Role.CONSUMES : words.role();
        out.add(
            new Declaration(
                service, value, group, role, Origin.CONFIG, entry.key(), true, entry.at()));
        alone.remove(subject);
      }
    }
  }

  /** List elements are subjects of their own. */
  private static String subject(ConfigEntry entry, KeyWords words) {
    int index = entry.key().lastIndexOf(']');
    boolean element = index >= 0 && index < entry.key().length() - 1;
    return element ? entry.key().substring(0, index + 1) : words.subject();
  }
}

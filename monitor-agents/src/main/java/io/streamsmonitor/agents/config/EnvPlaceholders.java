package io.streamsmonitor.agents.config;

import io.streamsmonitor.agents.config.read.ConfigDocument;
import io.streamsmonitor.agents.config.read.ConfigEntry;
import io.streamsmonitor.agents.config.read.ConfigSources;
import io.streamsmonitor.agents.config.read.ScopeFiles;
import io.streamsmonitor.agents.config.read.ServiceMap;
import io.streamsmonitor.agents.config.read.SourceKind;
import io.streamsmonitor.agents.source.EnvRead;
import io.streamsmonitor.agents.source.ScanScope;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Environment variables that a service's own configuration asks for: {@code ${NAME:default}}. */
public final class EnvPlaceholders {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^{}]*))?}");

  private EnvPlaceholders() {}

  /** Every place, in the order of files and lines. */
  public static List<EnvRead> of(ScanScope scope) {
    List<EnvRead> out = new ArrayList<>();
    ConfigSources sources = ConfigSources.read(scope, new ServiceMap(scope), ScopeFiles.of(scope));
    for (ConfigDocument document : sources.documents()) {
      if (document.kind() == SourceKind.APPLICATION) {
        document.entries().forEach(entry -> read(document.service(), entry, out));
      }
    }
    return out;
  }

  private static void read(String service, ConfigEntry entry, List<EnvRead> out) {
    Matcher found = PLACEHOLDER.matcher(entry.value());
    while (found.find()) {
      out.add(new EnvRead(service, found.group(1), found.group(2), entry.at(), false));
    }
  }
}

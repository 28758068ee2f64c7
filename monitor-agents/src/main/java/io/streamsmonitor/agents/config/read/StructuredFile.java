package io.streamsmonitor.agents.config.read;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a structured document is, whatever its syntax. */
final class StructuredFile {
  private static final Pattern APPLICATION =
      Pattern.compile("(?:application|bootstrap)(?:-([\\w-]+))?\\.[a-z]+");
  private static final Pattern COMPOSE =
      Pattern.compile("(?:docker-)?compose[\\w.-]*\\.ya?ml|docker-compose.*");

  private StructuredFile() {}

  /** Adds the document as what it is. */
  static void add(TextFile file, String service, ConfigNode root, Harvest into) {
    boolean api = root.at("asyncapi") != null || root.at("openapi") != null;
    if (api || (root.at("$schema") != null && root.at("properties") != null)) {
      into.schemas.add(new SchemaFile(file.relative(), root));
    } else if (COMPOSE.matcher(file.name()).matches() || composed(root)) {
      ComposeDocument.add(file, root, into);
    } else if (root.at("apiVersion") != null && root.at("kind") != null) {
      KubernetesDocument.add(file, root, into);
    } else {
      plain(file, service, root, into);
    }
  }

  private static void plain(TextFile file, String service, ConfigNode root, Harvest into) {
    Matcher application = APPLICATION.matcher(file.name());
    boolean spring = application.matches();
    String named = spring && application.group(1) != null ? application.group(1) : "";
    String own = profile(root);
    into.documents.add(
        new ConfigDocument(
            file.relative(),
            service,
            spring ? SourceKind.APPLICATION : SourceKind.STRUCTURED,
            own.isEmpty() ? named : own,
            root.entries(file.relative())));
  }

  private static String profile(ConfigNode root) {
    for (var entry : root.entries("")) {
      String key = entry.key().toLowerCase(Locale.ROOT);
      if (key.startsWith("spring.config.activate.on-profile") || key.equals("spring.profiles")) {
        return entry.value();
      }
    }
    return "";
  }

  private static boolean composed(ConfigNode root) {
    ConfigNode services = root.at("services");
    return services != null
        && services.isMap()
        && services.fields().values().stream()
            .anyMatch(s -> s.at("image") != null || s.at("build") != null);
  }
}

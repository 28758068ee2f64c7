package io.streamsmonitor.agents.config.docs;

import io.streamsmonitor.agents.config.read.ConfigNode;
import io.streamsmonitor.agents.config.read.SchemaFile;
import io.streamsmonitor.core.finding.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Messages of AsyncAPI 2 and 3, and JSON Schemas whose title or file names a stream. */
final class ApiSchemas {
  private static final int REFERENCES = 8;

  private final SchemaFile file;
  private final List<StreamSchema> out = new ArrayList<>();

  private ApiSchemas(SchemaFile file) {
    this.file = file;
  }

  static List<StreamSchema> of(SchemaFile file, Predicate<String> known) {
    ApiSchemas schemas = new ApiSchemas(file);
    if (file.root().at("asyncapi") != null) {
      schemas.asyncApi();
    } else if (file.root().at("openapi") == null) {
      schemas.jsonSchema(known);
    }
    return schemas.out;
  }

  /** The streams that an AsyncAPI document names. */
  static List<String> channels(SchemaFile file) {
    ConfigNode channels = file.root().at("channels");
    return channels == null || file.root().at("asyncapi") == null
        ? List.of()
        : channels.fields().entrySet().stream().map(ApiSchemas::address).toList();
  }

  private void asyncApi() {
    ConfigNode channels = file.root().at("channels");
    if (channels == null) {
      return;
    }
    for (Map.Entry<String, ConfigNode> channel : channels.fields().entrySet()) {
      Set<String> fields = new TreeSet<>();
      ConfigNode node = channel.getValue();
      for (String operation : List.of("publish", "subscribe")) {
        message(node.at(operation, "message"), fields);
      }
      ConfigNode messages = node.at("messages");
      if (messages != null) {
        messages.fields().values().forEach(m -> message(m, fields));
      }
      add(address(channel), fields, node.line());
    }
  }

  private static String address(Map.Entry<String, ConfigNode> channel) {
    String address = channel.getValue().textAt("address");
    return address.isEmpty() ? channel.getKey() : address;
  }

  private void message(@Nullable ConfigNode node, Set<String> fields) {
    ConfigNode message = follow(node);
    if (message == null) {
      return;
    }
    ConfigNode several = message.at("oneOf");
    if (several != null) {
      several.items().forEach(m -> message(m, fields));
    }
    properties(message.at("payload"), fields, 0);
  }

  private void properties(@Nullable ConfigNode node, Set<String> fields, int depth) {
    ConfigNode schema = follow(node);
    if (schema == null || depth > REFERENCES) {
      return;
    }
    ConfigNode properties = schema.at("properties");
    if (properties != null) {
      fields.addAll(properties.fields().keySet());
    }
    for (String union : List.of("allOf", "oneOf", "anyOf")) {
      ConfigNode parts = schema.at(union);
      if (parts != null) {
        parts.items().forEach(part -> properties(part, fields, depth + 1));
      }
    }
    // AsyncAPI 3 may wrap the schema to name its format.
    if (properties == null && schema.at("schemaFormat") != null) {
      properties(schema.at("schema"), fields, depth + 1);
    }
  }

  private @Nullable ConfigNode follow(@Nullable ConfigNode node) {
    ConfigNode at = node;
    for (int i = 0; i < REFERENCES && at != null && at.at("$ref") != null; i++) {
      String reference = at.textAt("$ref");
      if (!reference.startsWith("#/")) {
        return null;
      }
      String[] path = reference.substring(2).replace("~1", "/").split("/", -1);
      at = file.root().at(path);
    }
    return at;
  }

  private void jsonSchema(Predicate<String> known) {
    String name = file.file().substring(file.file().lastIndexOf('/') + 1);
    String base = name.replaceFirst("(?:[.-]schema)?(?:[.-]v\\d+)?\\.(?:json|ya?ml)$", "");
    String title = file.root().textAt("title");
    String stream = known.test(base) ? base : known.test(title) ? title : "";
    Set<String> fields = new TreeSet<>();
    properties(file.root(), fields, 0);
    if (!stream.isEmpty()) {
      add(stream, fields, file.root().line());
    }
  }

  private void add(String stream, Set<String> fields, int line) {
    if (!fields.isEmpty()) {
      boolean versioned =
          file.root().at("info", "version") != null || file.root().at("$id") != null;
      out.add(new StreamSchema(stream, fields, versioned, new Location(file.file(), line)));
    }
  }
}

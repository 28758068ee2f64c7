package io.streamsmonitor.agents.source;

import io.streamsmonitor.core.finding.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts as the JSON of {@code scan --json} and of {@code config/facts.json}. */
public final class FactsJson {
  private FactsJson() {}

  /** Streams, groups and environment variables with their places; what is unresolved by itself. */
  public static Map<String, Object> of(SourceFacts facts) {
    List<Object> streams = new ArrayList<>();
    List<Object> groups = new ArrayList<>();
    List<Object> unresolved = new ArrayList<>();
    for (StreamUse use : facts.streams().stream().filter(u -> !u.test()).toList()) {
      Map<String, Object> stream = name(use.stream());
      stream.put("access", access(use.op()));
      stream.put("operation", use.op().name());
      place(stream, use.service(), use.at());
      (stream.containsKey("name") ? streams : unresolved).add(stream);
      for (NameValue value : options(use.group())) {
        Map<String, Object> group = name(value);
        if (group.containsKey("name")) {
          group.put("stream", stream.get("name"));
          place(group, use.service(), use.at());
          groups.add(group);
        }
      }
    }
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("streams", streams);
    out.put("groups", groups);
    out.put("env", facts.env().stream().filter(e -> !e.test()).map(FactsJson::env).toList());
    out.put("unresolved", unresolved);
    out.put("gaps", facts.gaps());
    return out;
  }

  private static List<NameValue> options(@Nullable NameValue value) {
    return value == null
        ? List.of()
        : value instanceof NameValue.OneOf o ? o.options() : List.of(value);
  }

  private static Map<String, Object> name(NameValue value) {
    Map<String, Object> out = new LinkedHashMap<>();
    if (value instanceof NameValue.Template t) {
      out.put("name", t.pattern());
      out.put("pattern", true);
    } else {
      value.resolved().ifPresent(n -> out.put("name", n));
    }
    if (!out.containsKey("name")) {
      out.put("reason", reason(value));
    }
    if (value instanceof NameValue.Setting c) {
      out.put("config", c.key());
      if (c.at() != null) {
        out.put("from", c.at().toString());
      }
    } else if (value instanceof NameValue.Env e) {
      out.put("env", e.name());
    }
    return out;
  }

  private static String reason(NameValue value) {
    if (value instanceof NameValue.Setting c) {
      return "the setting " + c.key() + " has no value in the sources";
    }
    if (value instanceof NameValue.Env e) {
      return "the environment variable " + e.name() + " has no default";
    }
    return value instanceof NameValue.Unknown u ? u.reason() : "one of several names";
  }

  private static String access(StreamUse.Op op) {
    return op == StreamUse.Op.ADD || op == StreamUse.Op.TRIM ? "write" : "read";
  }

  private static void place(Map<String, Object> out, String service, Location at) {
    if (!service.isEmpty()) {
      out.put("service", service);
    }
    out.put("file", at.file());
    out.put("line", at.line());
  }

  private static Map<String, Object> env(EnvRead read) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", read.name());
    place(out, read.service(), read.at());
    out.put("default", read.fallback());
    return out;
  }
}

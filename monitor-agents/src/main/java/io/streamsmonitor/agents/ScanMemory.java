package io.streamsmonitor.agents;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.workspace.Files0600;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the last scan into a cache folder said, for as long as no file has changed since. */
final class ScanMemory {
  private static final String TIME = "\"@start@\"";

  private final Path cache;
  private final Path file;
  private final String print;

  ScanMemory(Path cache, String print) {
    this.cache = cache;
    this.file = cache.resolve("scan.json");
    this.print = print;
  }

  /** The facts of the last scan, its findings written into the session; null where it is stale. */
  @Nullable JsonNode recall(Workspace session, Instant start) throws IOException {
    if (print.isEmpty() || !Files.isRegularFile(file)) {
      return null;
    }
    JsonNode kept = Json.tryRead(Files.readString(file, StandardCharsets.UTF_8));
    if (kept == null || !kept.path("print").asText().equals(print)) {
      return null;
    }
    String time = '"' + Json.time(start) + '"';
    for (Map.Entry<String, JsonNode> entry : kept.path("files").properties()) {
      Path target = session.root().resolve(entry.getKey()).normalize();
      if (target.startsWith(session.root())) {
        Files0600.write(target, entry.getValue().asText().replace(TIME, time));
      }
    }
    return kept.path("said");
  }

  /** Keeps what the session says; a folder that cannot be written keeps nothing. */
  void keep(Workspace session, Instant start, Map<String, Object> said) {
    if (print.isEmpty()) {
      return;
    }
    try {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("print", print);
      all.put("said", said);
      all.put("files", files(session, '"' + Json.time(start) + '"'));
      Files0600.createFolder(cache);
      Path next = Files.createTempFile(cache, "scan", ".next");
      try {
        Files.writeString(next, Json.line(all));
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(next);
      }
    } catch (IOException | UncheckedIOException e) {
      // The next scan reads everything again, and says the same.
      return;
    }
  }

  private static Map<String, String> files(Workspace session, String time) throws IOException {
    Map<String, String> out = new LinkedHashMap<>();
    for (String folder : List.of("findings", "config")) {
      try (Stream<Path> all = Files.list(session.root().resolve(folder))) {
        for (Path path : all.filter(Files::isRegularFile).sorted().toList()) {
          String text = Files.readString(path, StandardCharsets.UTF_8);
          out.put(session.relative(path), text.replace(time, TIME));
        }
      }
    }
    return out;
  }
}

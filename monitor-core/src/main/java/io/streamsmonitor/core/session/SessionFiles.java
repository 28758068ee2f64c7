package io.streamsmonitor.core.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.journal.FindingJournal;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.model.StreamJson;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of a session folder on their way into a {@link SessionRecord}. */
final class SessionFiles {
  private static final List<String> TIMES =
      List.of("START", "DEADLINE", "CLOSED", "COMPLETED", "STOPPED");

  private final Path folder;
  private final Workspace workspace;
  private int damaged;

  SessionFiles(Path folder) {
    this.folder = folder;
    this.workspace = new Workspace(folder);
  }

  SessionRecord read() throws IOException {
    thereIsOne();
    try {
      Map<String, String> env = env();
      List<Finding> findings = findings();
      List<StreamSnapshot> baseline = streams(workspace.baseline());
      List<StreamSnapshot> last = streams(workspace.finalState());
      List<JsonNode> health = lines(workspace.health());
      return new SessionRecord(workspace, env, findings, baseline, last, health, damaged);
    } catch (AccessDeniedException e) {
      throw new IOException(
          e.getFile() + ": no permission to read it; a session folder is its owner's alone", e);
    }
  }

  private void thereIsOne() throws IOException {
    if (Files.isRegularFile(workspace.sessionId())) {
      return;
    }
    if (!Files.exists(folder)) {
      throw new IOException(
          "no folder " + folder + "; run `monitor run` first, or name a session folder");
    }
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          folder + " is a file, not a session folder; name the folder with the file SESSION_ID");
    }
    if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
      throw new IOException(
          folder + ": no permission to read it; a session folder is its owner's alone");
    }
    Path below = folder.resolve("monitor-session");
    throw new IOException(
        "no session in "
            + folder
            + " (no file SESSION_ID); "
            + (Files.exists(new Workspace(below).sessionId())
                ? "did you mean " + below + "?"
                : "run `monitor run` first, or name a session folder"));
  }

  private Map<String, String> env() throws IOException {
    Map<String, String> env = new LinkedHashMap<>();
    env.put("SESSION_ID", text(workspace.sessionId()).strip());
    if (Files.exists(workspace.sessionEnv())) {
      for (String line : text(workspace.sessionEnv()).lines().toList()) {
        int eq = line.indexOf('=');
        if (eq > 0) {
          env.put(line.substring(0, eq), line.substring(eq + 1));
        }
      }
    }
    TIMES.forEach(key -> dropUnless(Instant::parse, key, env));
    dropUnless(SessionEnd::valueOf, "END", env);
    return env;
  }

  /** What cannot be read is not known, as if it were not there. */
  private void dropUnless(Parser readable, String key, Map<String, String> env) {
    String value = env.get(key);
    try {
      if (value != null) {
        readable.read(value);
      }
    } catch (DateTimeParseException | IllegalArgumentException e) {
      env.remove(key);
      damaged++;
    }
  }

  private interface Parser {
    Object read(String value);
  }

  private List<Finding> findings() throws IOException {
    List<Finding> findings = new ArrayList<>();
    Path journals = folder.resolve("findings");
    if (Files.isDirectory(journals)) {
      try (Stream<Path> files = Files.list(journals)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
          FindingJournal journal = FindingJournal.read(file);
          findings.addAll(journal.findings());
          damaged += journal.damaged();
        }
      }
    }
    findings.sort(SessionRecord.ORDER);
    return findings;
  }

  private List<StreamSnapshot> streams(Path file) throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return List.of();
    }
    JsonNode document = Json.tryRead(text(file));
    try {
      if (document != null) {
        return StreamJson.readAll(document);
      }
    } catch (IllegalArgumentException e) {
      document = null; // JSON, but of something else
    }
    damaged++;
    return List.of();
  }

  private List<JsonNode> lines(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : text(file).lines().filter(l -> !l.isBlank()).toList()) {
      JsonNode node = Json.tryRead(line);
      if (node == null) {
        damaged++;
      } else {
        nodes.add(node);
      }
    }
    return nodes;
  }

  /** Whatever bytes stand there: a damaged file has some that are no text. */
  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}

package io.streamsmonitor.agents.scout;

import io.streamsmonitor.agents.source.ConfigValues;
import io.streamsmonitor.agents.source.ScanScope;
import io.streamsmonitor.agents.source.scan.ScanResult;
import io.streamsmonitor.agents.source.scan.SourceScanner;
import io.streamsmonitor.core.finding.Draft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Sources that a test writes out, and what the scan and the rules make of them. */
public final class CodeSample {
  private final Path folder;

  private CodeSample(Path folder) {
    this.folder = folder;
  }

  /** An empty tree. */
  public static CodeSample in(Path folder) {
    return new CodeSample(folder);
  }

  /** A class with Jedis at hand: its fields and methods. */
  public CodeSample jedis(String name, String members) {
    return file(
        "src/main/java/shop/" + name + ".java",
        """
        package shop;
        import java.util.*;
        import redis.clients.jedis.*;
        import redis.clients.jedis.params.*;
        import redis.clients.jedis.resps.*;
        import org.slf4j.*;
        class %s {
          private static final Logger log = LoggerFactory.getLogger("shop");
          private final UnifiedJedis jedis = connect();
        %s
        }
        """
            .formatted(name, members));
  }

  /** A file as it is. */
  public CodeSample file(String path, String text) {
    return bytes(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file of any bytes. */
  public CodeSample bytes(String path, byte[] content) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public ScanScope scope() {
    return new ScanScope(folder, List.of(), List.of(folder), List.of());
  }

  public ScanResult scan() {
    return scan(ConfigValues.NONE);
  }

  public ScanResult scan(ConfigValues config) {
    return SourceScanner.scan(scope(), config);
  }

  /** What the rule of this id says of the tree. */
  public List<Draft> drafts(String rule) {
    return EnhancementScout.judge(scan()).stream().filter(d -> d.rule().id().equals(rule)).toList();
  }

  /** The places of a rule's findings, {@code Name.java:line}. */
  public List<String> places(String rule) {
    return drafts(rule).stream()
        .flatMap(d -> d.locations().stream())
        .map(l -> l.file().substring(l.file().lastIndexOf('/') + 1) + ":" + l.line())
        .toList();
  }
}

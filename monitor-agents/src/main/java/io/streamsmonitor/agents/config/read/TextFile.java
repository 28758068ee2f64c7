package io.streamsmonitor.agents.config.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A file read as a whole.
 *
 * @param relative its path from where the scan started, with {@code /}
 */
public record TextFile(Path path, String relative, String text) {
  /** A larger file is no configuration. */
  private static final long LIMIT = 1 << 20;

  /** Reads the file, unless it is too large, binary or not UTF-8. */
  static TextFile read(Path path, String relative) throws SourceRefused, IOException {
    long size = Files.size(path);
    if (size > LIMIT) {
      throw new SourceRefused(1, "is " + (size >> 10) + " KB; more than 1024 KB is not read");
    }
    byte[] bytes = Files.readAllBytes(path);
    for (byte b : bytes) {
      if (b == 0) {
        throw new SourceRefused(1, "is binary");
      }
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new TextFile(path, relative, text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      throw new SourceRefused(1, "is not UTF-8");
    }
  }

  /** The file's name in lower case. */
  public String name() {
    return nameOf(path);
  }

  public List<String> lines() {
    return text.lines().toList();
  }

  static String nameOf(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
  }
}

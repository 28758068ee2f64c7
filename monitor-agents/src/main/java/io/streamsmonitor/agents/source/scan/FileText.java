package io.streamsmonitor.agents.source.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of a file's bytes. */
final class FileText {
  private static final int LOOKED_AT = 8192;

  private FileText() {}

  /** Text has no zero bytes. */
  static boolean isBinary(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  static boolean isUtf8(byte[] bytes) {
    return utf8(bytes) != null;
  }

  /** As UTF-8, else as ISO 8859-1, in which everything is text; without a byte order mark. */
  static String of(byte[] bytes) {
    String text = utf8(bytes);
    if (text == null) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static @Nullable String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** The lines of a file, read when somebody asks; none where the file is gone by then. */
  static List<String> lines(Path file) {
    return new Lines(file);
  }

  private static final class Lines extends AbstractList<String> {
    private final Path file;
    private @Nullable List<String> read;

    Lines(Path file) {
      this.file = file;
    }

    private synchronized List<String> read() {
      if (read == null) {
        try {
          read = of(Files.readAllBytes(file)).lines().toList();
        } catch (IOException e) {
          read = List.of();
        }
      }
      return read;
    }

    @Override
    public String get(int index) {
      return read().get(index);
    }

    @Override
    public int size() {
      return read().size();
    }
  }
}

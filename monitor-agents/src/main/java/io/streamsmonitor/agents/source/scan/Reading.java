package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.code.SourceReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file.
 *
 * @param text as far as it is of use, else null
 * @param code what it says, or null where it was not parsed
 * @param gap why something of it is not seen, or null
 */
record Reading(
    Source source, @Nullable String text, @Nullable CodeFile code, @Nullable String gap) {
  private static final int LARGEST = 2 * 1024 * 1024;

  /** Reads the bytes; nothing is parsed yet. */
  static Reading open(Source source) {
    try {
      long size = Files.size(source.file());
      if (size > LARGEST) {
        return new Reading(source, null, null, "is larger than 2 MB (" + size + " bytes)");
      }
      byte[] bytes = Files.readAllBytes(source.file());
      if (isBinary(bytes)) {
        return new Reading(source, null, null, "is binary");
      }
      return decoded(source, bytes);
    } catch (IOException e) {
      return new Reading(source, null, null, "cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private static Reading decoded(Source source, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Reading(source, text, null, null);
    } catch (CharacterCodingException e) {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      return new Reading(source, text, null, "is not UTF-8; read as ISO 8859-1");
    }
  }

  private static boolean isBinary(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, 8192); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  /** The same with what the text says; a failure of the parser is a gap. */
  Reading parsed(SourceReader reader, FactStore store) {
    if (text == null || code != null) {
      return this;
    }
    String content = store.isKept() ? FactStore.content(text) : "";
    CodeFile known = store.facts(source.path(), content);
    if (known != null) {
      return new Reading(source, null, known.of(source.service(), text.lines().toList()), gap);
    }
    try {
      CodeFile read =
          reader.read(source.path(), source.service(), TestCode.is(source.path()), text);
      if (read != null) {
        store.keep(source.path(), content, read.of("", List.of()));
      }
      return read == null
          ? new Reading(source, null, null, "has a syntax error and nothing of it could be read")
          : new Reading(source, null, read, gap);
    } catch (StackOverflowError | OutOfMemoryError | RuntimeException e) {
      return new Reading(
          source, null, null, "could not be parsed: " + e.getClass().getSimpleName());
    }
  }

  boolean waits() {
    return text != null && code == null;
  }
}

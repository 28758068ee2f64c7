package io.streamsmonitor.agents.source.code;

import org.jspecify.annotations.Nullable;

/** Reads the files of one language. One thread at a time asks a reader. */
public interface SourceReader {
  /**
   * What a file's text says; null where nothing of it is of the language.
   *
   * @param path relative to the base of the scan, with {@code /}
   */
  @Nullable CodeFile read(String path, String service, boolean test, String text);
}

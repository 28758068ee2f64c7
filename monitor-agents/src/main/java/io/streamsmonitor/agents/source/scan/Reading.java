package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.code.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file.
 *
 * @param code what it says, or null where it was not parsed
 * @param gap why something of it is not seen, or null
 * @param fate whether anything of it was seen
 */
record Reading(
    Source source, Glance glance, @Nullable CodeFile code, @Nullable String gap, Fate fate) {

  /** Where a file ends up: in exactly one of these. */
  enum Fate {
    SCANNED,
    /** Nobody wants to know what it says. */
    SKIPPED,
    FAILED
  }

  private static final int LARGEST = 2 * 1024 * 1024;

  /** Looks at the words of the file, and parses it where they are of interest. */
  static Reading open(Source source, SourceReader reader, FactStore store) {
    if (source.stamp().size() > LARGEST) {
      return unseen(
          source, Fate.SKIPPED, "is larger than 2 MB (" + source.stamp().size() + " bytes)");
    }
    Glance known = store.glance(source);
    if (known != null) {
      Reading looked = looked(source, known);
      return known.worth() ? looked.parsed(reader, store) : looked;
    }
    try {
      byte[] bytes = Files.readAllBytes(source.file());
      Glance glance = store.glance(source, bytes);
      Reading looked = looked(source, glance);
      return glance.worth() ? looked.parsed(bytes, reader, store) : looked;
    } catch (IOException e) {
      return unseen(source, Fate.FAILED, "cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private static Reading looked(Source source, Glance glance) {
    Fate fate = glance.readable() ? Fate.SCANNED : Fate.SKIPPED;
    return new Reading(source, glance, null, glance.gap(), fate);
  }

  private static Reading unseen(Source source, Fate fate, String gap) {
    return new Reading(source, Glance.failed(gap), null, gap, fate);
  }

  /** The same with what the text says; a failure of the parser is a gap. */
  Reading parsed(SourceReader reader, FactStore store) {
    CodeFile known = store.facts(source);
    if (known != null) {
      return with(known);
    }
    try {
      return parsed(Files.readAllBytes(source.file()), reader, store);
    } catch (IOException e) {
      return unseen(source, Fate.FAILED, "cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private Reading parsed(byte[] bytes, SourceReader reader, FactStore store) {
    CodeFile known = store.facts(source);
    if (known != null) {
      return with(known);
    }
    try {
      String text = FileText.of(bytes);
      CodeFile read = reader.read(source.path(), source.service(), source.test(), text);
      if (read == null) {
        return unseen(source, Fate.FAILED, "is not understood; nothing of it could be read");
      }
      return with(store.keep(source, read, bytes, text));
    } catch (StackOverflowError | OutOfMemoryError | RuntimeException e) {
      return unseen(source, Fate.FAILED, "could not be parsed: " + e.getClass().getSimpleName());
    }
  }

  private Reading with(CodeFile read) {
    CodeFile owned = read.of(source.service(), FileText.lines(source.file()));
    return new Reading(source, glance, owned, gap == null ? read.gap() : gap, fate);
  }

  /** Whether it could be parsed and was not yet. */
  boolean waits() {
    return glance.readable() && code == null;
  }
}

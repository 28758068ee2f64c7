package io.streamsmonitor.agents.source.scan;

import org.jspecify.annotations.Nullable;

/**
 * What a look at the words of a file tells, before anything is parsed.
 *
 * @param worth whether a rule may have something to say about it
 * @param works whether it has words that work on streams or read the environment
 * @param words that may name types; none in test code, which is not judged
 * @param gap why something of it is not seen, or null
 * @param readable whether it can be parsed
 */
record Glance(boolean worth, boolean works, Words words, @Nullable String gap, boolean readable) {

  /** Nothing is seen of the file. */
  static Glance failed(String gap) {
    return new Glance(false, false, Words.NONE, gap, false);
  }

  static Glance of(Source source, byte[] bytes) {
    if (FileText.isBinary(bytes)) {
      return failed("is binary");
    }
    String gap = FileText.isUtf8(bytes) ? null : "is not UTF-8; read as ISO 8859-1";
    if (source.test()) {
      return new Glance(false, false, Words.NONE, gap, true);
    }
    int marks = Prefilter.marks(bytes);
    return new Glance(
        Prefilter.isOfInterest(marks, source.isScript(), () -> FileText.of(bytes)),
        Prefilter.has(marks, Prefilter.STREAMS | Prefilter.GETENV),
        Words.of(bytes, source.isScript()),
        gap,
        true);
  }
}

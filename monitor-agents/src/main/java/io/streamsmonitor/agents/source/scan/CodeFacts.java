package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.names.Names;
import io.streamsmonitor.agents.source.streams.StreamCall;
import java.util.List;

/**
 * What rules on code look at.
 *
 * @param files that were parsed, in the order of their paths; tests among them
 * @param calls on streams, in the order of files and lines; those of tests among them
 * @param names resolves further names
 * @param counts how many files were found and what became of them
 */
public record CodeFacts(List<CodeFile> files, List<StreamCall> calls, Names names, Counts counts) {

  /**
   * What became of the files that were found.
   *
   * @param scanned read and judged; parsed only where words of interest stand in it
   * @param skipped too large or binary: no source that somebody wrote
   * @param failed could not be read, or nothing of it understood
   */
  public record Counts(int found, int scanned, int parsed, int skipped, int failed) {}

  public CodeFacts {
    files = List.copyOf(files);
    calls = List.copyOf(calls);
  }
}

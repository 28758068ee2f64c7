package io.streamsmonitor.agents.source;

import java.util.List;

/**
 * Everything a scan of the sources found that more than one room asks for.
 *
 * @param files relative paths of files with stream operations, sorted
 * @param gaps files that could not be read or parsed, a sentence each
 */
public record SourceFacts(
    List<StreamUse> streams, List<EnvRead> env, List<String> files, List<String> gaps) {
  /** No sources at all. */
  public static final SourceFacts NONE =
      new SourceFacts(List.of(), List.of(), List.of(), List.of());

  public SourceFacts {
    streams = List.copyOf(streams);
    env = List.copyOf(env);
    files = List.copyOf(files);
    gaps = List.copyOf(gaps);
  }
}

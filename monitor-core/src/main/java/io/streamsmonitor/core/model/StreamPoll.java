package io.streamsmonitor.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One look at every stream.
 *
 * @param at the server's own time
 * @param streams by name
 * @param gaps what could not be seen, a sentence each
 * @param commands sent to the server
 * @param wallMicros from the first command to the last reply
 */
public record StreamPoll(
    Instant at, List<StreamSnapshot> streams, List<String> gaps, int commands, long wallMicros) {

  public StreamPoll {
    streams = List.copyOf(streams);
    gaps = List.copyOf(gaps);
  }

  public Optional<StreamSnapshot> stream(Name name) {
    return streams.stream().filter(s -> s.name().equals(name)).findFirst();
  }
}

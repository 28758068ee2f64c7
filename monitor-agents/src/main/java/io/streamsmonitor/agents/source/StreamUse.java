package io.streamsmonitor.agents.source;

import io.streamsmonitor.core.finding.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place where code works on a stream.
 *
 * @param service whose source it is, or "" for fleet-wide sources
 * @param op what it does
 * @param stream the stream's name
 * @param group the group's name, or null where the operation has none
 * @param consumer the consumer's name, or null likewise
 * @param fields payload field names it writes or reads, where they are literal
 * @param at where
 * @param test whether the file is test code
 */
public record StreamUse(
    String service,
    Op op,
    NameValue stream,
    @Nullable NameValue group,
    @Nullable NameValue consumer,
    List<String> fields,
    Location at,
    boolean test) {

  /** What code does with a stream. */
  public enum Op {
    ADD,
    READ,
    GROUP_READ,
    ACK,
    CREATE_GROUP,
    CLAIM,
    TRIM,
    RANGE,
    OTHER
  }

  public StreamUse {
    fields = List.copyOf(fields);
  }
}

package io.streamsmonitor.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stream at one poll. Never holds a payload value.
 *
 * @param mark its counters and ids
 * @param entries what was seen of its entries
 */
public record StreamSnapshot(
    Name name, StreamMark mark, EntrySample entries, List<GroupSnapshot> groups) {

  public StreamSnapshot {
    groups = List.copyOf(groups);
  }

  public long length() {
    return mark.length();
  }

  /** Entries ever added, or null before 7.0. */
  public @Nullable Long entriesAdded() {
    return mark.added();
  }

  /** The id of the oldest entry, or null when empty. */
  public @Nullable StreamId firstId() {
    return mark.first();
  }

  /** The id of the newest entry, or null when empty. */
  public @Nullable StreamId lastId() {
    return mark.last();
  }

  /** The highest id the stream ever had. */
  public StreamId lastGenerated() {
    return mark.generated();
  }

  /** The highest id removed by XDEL, or null before 7.0. */
  public @Nullable StreamId maxDeleted() {
    return mark.maxDeleted();
  }

  /** Field names of the newest entry; empty where not looked at. */
  public List<String> fields() {
    return entries.fields();
  }

  /** Every different list of field names among the entries looked at. */
  public List<List<String>> shapes() {
    return entries.shapes();
  }

  /** Services that the envelopes of these entries name as their origin. */
  public List<String> origins() {
    return entries.origins();
  }
}

package io.streamsmonitor.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stream at one poll. Never holds a payload value.
 *
 * @param entriesAdded ever, or null before 7.0
 * @param firstId of the oldest entry, or null when empty
 * @param lastId of the newest entry, or null when empty
 * @param lastGenerated the highest id the stream ever had
 * @param maxDeleted the highest id removed by XDEL, or null before 7.0
 * @param fields field names of the newest entry; empty where not looked at
 * @param shapes every different list of field names among the entries looked at
 * @param origins services that the envelopes of these entries name as their origin
 */
public record StreamSnapshot(
    Name name,
    long length,
    @Nullable Long entriesAdded,
    @Nullable StreamId firstId,
    @Nullable StreamId lastId,
    StreamId lastGenerated,
    @Nullable StreamId maxDeleted,
    List<String> fields,
    List<GroupSnapshot> groups,
    List<List<String>> shapes,
    List<String> origins) {

  public StreamSnapshot {
    fields = List.copyOf(fields);
    groups = List.copyOf(groups);
    shapes = List.copyOf(shapes);
    origins = List.copyOf(origins);
  }

  /** A stream whose entries name no origin. */
  public StreamSnapshot(
      Name name,
      long length,
      @Nullable Long entriesAdded,
      @Nullable StreamId firstId,
      @Nullable StreamId lastId,
      StreamId lastGenerated,
      @Nullable StreamId maxDeleted,
      List<String> fields,
      List<GroupSnapshot> groups,
      List<List<String>> shapes) {
    this(
        name,
        length,
        entriesAdded,
        firstId,
        lastId,
        lastGenerated,
        maxDeleted,
        fields,
        groups,
        shapes,
        List.of());
  }

  /** A stream of which at most the newest entry was looked at. */
  public StreamSnapshot(
      Name name,
      long length,
      @Nullable Long entriesAdded,
      @Nullable StreamId firstId,
      @Nullable StreamId lastId,
      StreamId lastGenerated,
      @Nullable StreamId maxDeleted,
      List<String> fields,
      List<GroupSnapshot> groups) {
    this(
        name,
        length,
        entriesAdded,
        firstId,
        lastId,
        lastGenerated,
        maxDeleted,
        fields,
        groups,
        List.of());
  }

  /** The same stream with these groups. */
  public StreamSnapshot withGroups(List<GroupSnapshot> others) {
    return new StreamSnapshot(
        name,
        length,
        entriesAdded,
        firstId,
        lastId,
        lastGenerated,
        maxDeleted,
        fields,
        others,
        shapes,
        origins);
  }
}

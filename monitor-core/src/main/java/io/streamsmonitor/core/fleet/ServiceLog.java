package io.streamsmonitor.core.fleet;

import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.model.RawLine;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The files of one service, shared by its sources. Index entries stand in the order of the bytes,
 * so that the file cut at the index gives the same lines again.
 */
final class ServiceLog {
  private final String service;
  private final String name;
  private final LogFile file;
  private final LogFile index;
  private final LogFile merged;
  private final InstantSource clock;
  private final LineBytes scratch = new LineBytes();

  ServiceLog(
      String service,
      String name,
      LogFile file,
      LogFile index,
      LogFile merged,
      InstantSource clock) {
    this.service = service;
    this.name = name;
    this.file = file;
    this.index = index;
    this.merged = merged;
    this.clock = clock;
  }

  String service() {
    return service;
  }

  /** Makes its files, empty, unless they are there. */
  void create() {
    file.create();
    index.create();
  }

  /** Writes whole lines: one write to each of the three files. Returns the first line's place. */
  synchronized Place write(LineBatch batch) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    long offset = file.append(batch.bytes().array(), 0, batch.bytes().size());
    String time = " " + now.toEpochMilli() + "\n";
    for (int i = 0; i < batch.count() && offset >= 0; i++) {
      scratch.number(offset + batch.start(i));
      scratch.text(time);
    }
    drain(index);
    String head = mergedHead(now);
    for (int i = 0; i < batch.count(); i++) {
      int from = batch.start(i) + batch.skip(i);
      scratch.text(head);
      scratch.write(batch.bytes().array(), from, batch.contentEnd(i) - from);
      scratch.write('\n');
    }
    drain(merged);
    return new Place(offset, now);
  }

  /** Writes the first bytes of a line whose end is not in sight. */
  synchronized Place begin(byte[] buffer, int from, int to) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    long offset = file.append(buffer, from, to - from);
    if (offset >= 0) {
      scratch.text(offset + " " + now.toEpochMilli() + "\n");
      drain(index);
    }
    return new Place(offset, now);
  }

  /** Writes more bytes of such a line. */
  synchronized void more(byte[] buffer, int from, int to) {
    file.append(buffer, from, to - from);
  }

  /** Writes to merged.log a line that {@link #begin} began. */
  synchronized void merge(RawLine line) {
    scratch.text(mergedHead(line.arrived()));
    scratch.writeBytes(line.bytes());
    scratch.text(line.cut() > 0 ? " [" + line.cut() + " bytes cut]\n" : "\n");
    drain(merged);
  }

  RawLine line(Place place, long skip, byte[] bytes, boolean partial, long cut) {
    long offset = place.offset() < 0 ? -1 : place.offset() + skip;
    return new RawLine(service, name, offset, bytes, place.arrived(), partial, cut);
  }

  private String mergedHead(Instant time) {
    return Json.time(time) + " [" + service + "] ";
  }

  private void drain(LogFile to) {
    to.append(scratch.array(), 0, scratch.size());
    scratch.clear();
  }

  @Nullable String failure() {
    return file.failure() != null ? file.failure() : index.failure();
  }

  void close() {
    file.close();
    index.close();
  }

  /** Where and when something was written; offset -1 where it could not be. */
  record Place(long offset, Instant arrived) {}
}

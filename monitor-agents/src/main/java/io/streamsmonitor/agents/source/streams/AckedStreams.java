package io.streamsmonitor.agents.source.streams;

import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.StreamUse.Op;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The streams of calls that name theirs only by the entry at hand: what is acknowledged or deleted
 * stands in the streams that the same method, or else the same group, reads.
 */
public final class AckedStreams {
  private static final Pattern OF_ENTRY =
      Pattern.compile(
          "not seen where .*|result of (getKey|getStream|getRequiredStream|key|stream)\\(\\)");

  private AckedStreams() {}

  /** The same calls, with streams where the reads tell them. */
  public static List<StreamCall> of(List<StreamCall> calls) {
    List<StreamCall> reads =
        calls.stream().filter(c -> c.is(Op.GROUP_READ) || c.is(Op.READ)).toList();
    return calls.stream().map(c -> isOpen(c) ? told(c, reads) : c).toList();
  }

  private static boolean isOpen(StreamCall c) {
    return (c.is(Op.ACK) || c.is(Op.OTHER))
        && c.streams().size() == 1
        && c.stream() instanceof NameValue.Unknown u
        && OF_ENTRY.matcher(u.reason()).matches();
  }

  private static StreamCall told(StreamCall call, List<StreamCall> reads) {
    Set<NameValue> streams = read(reads, r -> r.method().equals(call.method()));
    if (streams.isEmpty() && call.group() != null && !isUnknown(call.group())) {
      streams =
          read(
              reads,
              r ->
                  Objects.equals(r.group(), call.group())
                      && r.file().service().equals(call.file().service()));
    }
    return streams.isEmpty() || streams.stream().anyMatch(AckedStreams::isUnknown)
        ? call
        : call.on(List.copyOf(streams));
  }

  private static Set<NameValue> read(List<StreamCall> reads, Predicate<StreamCall> mine) {
    Set<NameValue> out = new LinkedHashSet<>();
    reads.stream().filter(mine).forEach(r -> out.addAll(r.streams()));
    return out;
  }

  private static boolean isUnknown(NameValue value) {
    return value instanceof NameValue.Unknown;
  }
}

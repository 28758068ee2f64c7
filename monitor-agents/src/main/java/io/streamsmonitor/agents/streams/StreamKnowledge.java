package io.streamsmonitor.agents.streams;

import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.SourceFacts;
import io.streamsmonitor.agents.source.StreamUse;
import io.streamsmonitor.core.finding.Location;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of a stream without looking at Redis. */
public interface StreamKnowledge {
  /** Nothing at all. */
  StreamKnowledge NONE = stream -> List.of();

  /** Services that write to the stream; empty where nobody knows. */
  List<String> producers(String stream);

  /** Where code adds to the stream without any limit; empty where it does not, or nobody knows. */
  default List<Location> unlimited(String stream) {
    return List.of();
  }

  /** Whether every XADD in code limits the stream; null where code does not tell. */
  default @Nullable Boolean capped(String stream) {
    return unlimited(stream).isEmpty() ? null : Boolean.FALSE;
  }

  /** What a scan of the sources tells. */
  static StreamKnowledge of(SourceFacts facts) {
    return stream ->
        facts.streams().stream()
            .filter(u -> u.op() == StreamUse.Op.ADD && !u.test())
            .filter(u -> names(u.stream(), stream))
            .map(u -> u.service().isEmpty() ? u.at().toString() : u.service())
            .distinct()
            .sorted()
            .toList();
  }

  private static boolean names(NameValue value, String stream) {
    if (value instanceof NameValue.OneOf any) {
      return any.options().stream().anyMatch(v -> names(v, stream));
    }
    return value.resolved().equals(Optional.of(stream));
  }
}

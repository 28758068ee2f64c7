package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.model.DeliverySample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How slow deliveries are, as the services themselves log it. */
public final class DeliveryWatch {
  private static final int KEPT = 5;

  private record Key(String service, String stream, @Nullable String group) {}

  /**
   * Samples of one service on one stream and group, oldest first, at most five.
   *
   * @param samples the newest ones
   */
  public record Streak(
      String service, String stream, @Nullable String group, List<DeliverySample> samples) {
    public Streak {
      samples = List.copyOf(samples);
    }

    /** How many samples in a row, up to the newest, were above the limit. */
    public int above(double limitMs) {
      int n = 0;
      while (n < samples.size() && samples.get(samples.size() - 1 - n).lagMs() > limitMs) {
        n++;
      }
      return n;
    }
  }

  private final Map<Key, List<DeliverySample>> samples = new LinkedHashMap<>();

  public void add(DeliverySample sample) {
    List<DeliverySample> newest =
        samples.computeIfAbsent(
            new Key(sample.service(), sample.stream(), sample.group()), k -> new ArrayList<>());
    newest.add(sample);
    if (newest.size() > KEPT) {
      newest.remove(0);
    }
  }

  /** Everything known about deliveries on the stream. */
  public List<Streak> of(String stream) {
    if (samples.isEmpty()) {
      return List.of();
    }
    return samples.entrySet().stream()
        .filter(e -> e.getKey().stream().equals(stream))
        .map(e -> new Streak(e.getKey().service(), stream, e.getKey().group(), e.getValue()))
        .toList();
  }
}

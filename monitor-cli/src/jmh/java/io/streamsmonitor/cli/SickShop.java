package io.streamsmonitor.cli;

import io.streamsmonitor.core.model.ConsumerSnapshot;
import io.streamsmonitor.core.model.EntrySample;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.PendingEntry;
import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.core.model.StreamMark;
import io.streamsmonitor.core.model.StreamSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Shops of seven streams each, as Redis shows them: one with a reader that falls behind, one with
 * a poison entry, one nobody reads, one never acknowledged, one without a cap, two well.
 */
final class SickShop {
  static final List<String> STREAMS =
      List.of("orders", "payments", "reservations", "shipments", "sales", "clicks", "mails");

  private final int streams;
  private final Instant start;

  SickShop(int streams, Instant start) {
    this.streams = streams;
    this.start = start;
  }

  /** A name in the shop of that number; the first shop's names are plain. */
  static String name(String plain, int shop) {
    return shop == 0 ? plain : plain + "-" + shop;
  }

  /** Every stream at that time. */
  List<StreamSnapshot> at(Instant now) {
    long second = Math.max(0, Duration.between(start, now).toSeconds());
    List<StreamSnapshot> all = new ArrayList<>();
    for (int i = 0; i < streams; i++) {
      String plain = STREAMS.get(i % STREAMS.size());
      all.add(stream(plain, name(plain, i / STREAMS.size()), second));
    }
    return all;
  }

  private StreamSnapshot stream(String plain, String name, long second) {
    long last = 100 + second;
    long wave = second % 40;
    List<GroupSnapshot> groups =
        switch (plain) {
          case "orders" ->
              List.of(
                  group("payments", last, Math.max(0, second - 120) / 2, 1, Math.min(10, wave), 1),
                  group("inventory", last, wave / 8, 1, 0, 1));
          case "payments" -> List.of(group("shipping-v2", last, 0, 1, 1, 2 + second / 60));
          case "reservations" -> List.of(group("fraud-check", last, 20 + second, 0, 0, 1));
          case "shipments" -> List.of(group("orders", last, 0, 1, wave > 20 ? 1 : 0, 1));
          case "sales" -> List.of(group("audit", last, 0, 1, second, 1));
          case "mails" -> List.of(group("mailer", last, wave > 30 ? 2 : 0, 2, 0, 1));
          default -> List.of();
        };
    long length = plain.equals("clicks") ? 100 + 5 * second : 200 + second % 20;
    return new StreamSnapshot(
        Name.of(name),
        new StreamMark(length, last, id(1), id(last), id(last), id(0)),
        EntrySample.of(List.of("id", "total", "correlationId")),
        groups);
  }

  private GroupSnapshot group(
      String name, long last, long lag, long consumers, long pending, long deliveries) {
    List<PendingEntry> held = new ArrayList<>();
    List<ConsumerSnapshot> readers = new ArrayList<>();
    for (int i = 0; i < Math.min(100, pending); i++) {
      held.add(new PendingEntry(id(i + 1), Name.of(name + "-1"), 1000L * (pending - i), deliveries));
    }
    for (int i = 1; i <= consumers; i++) {
      readers.add(new ConsumerSnapshot(Name.of(name + "-" + i), i == 1 ? pending : 0, 400, null));
    }
    return new GroupSnapshot(
        Name.of(name),
        consumers,
        pending,
        id(last - lag),
        last - lag,
        lag,
        new Lag(lag, true, "counted", lag),
        readers,
        held,
        true);
  }

  private StreamId id(long number) {
    return new StreamId(start.toEpochMilli() - 100_000 + number * 1000, 0);
  }
}

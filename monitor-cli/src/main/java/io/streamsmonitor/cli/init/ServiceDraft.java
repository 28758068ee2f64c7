package io.streamsmonitor.cli.init;

import io.streamsmonitor.core.fleet.ServiceSpec.Consumption;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was found out about one service.
 *
 * @param folder relative to the file that is drafted; {@code .} for the folder itself
 * @param publishes streams that its code writes, where the code fixes their names
 * @param consumes streams that its code reads, group "" where it does not say
 */
record ServiceDraft(
    String name,
    String folder,
    List<String> logs,
    SortedSet<String> publishes,
    SortedSet<Consumption> consumes) {

  static ServiceDraft of(String name, String folder, List<String> logs) {
    return new ServiceDraft(
        name,
        folder,
        logs,
        new TreeSet<>(),
        new TreeSet<>(Comparator.comparing(Consumption::stream).thenComparing(Consumption::group)));
  }
}

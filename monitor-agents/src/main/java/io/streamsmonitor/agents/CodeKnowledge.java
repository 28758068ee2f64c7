package io.streamsmonitor.agents;

import io.streamsmonitor.agents.scout.rules.CodeView;
import io.streamsmonitor.agents.scout.rules.UnboundedAdd;
import io.streamsmonitor.agents.source.scan.ScanResult;
import io.streamsmonitor.agents.source.scan.SharedScan;
import io.streamsmonitor.agents.streams.StreamKnowledge;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the scan of the sources tells of streams; scanned when first asked. For one thread. */
final class CodeKnowledge implements StreamKnowledge {
  private final SharedScan scan;
  private @Nullable Map<String, List<Location>> unlimited;

  CodeKnowledge(SharedScan scan) {
    this.scan = scan;
  }

  @Override
  public List<String> producers(String stream) {
    return StreamKnowledge.of(scan.result(() -> {}).facts()).producers(stream);
  }

  @Override
  public List<Location> unlimited(String stream) {
    Map<String, List<Location>> known = unlimited;
    if (known == null) {
      known = adds(scan.result(() -> {}));
      unlimited = known;
    }
    return known.getOrDefault(stream, List.of());
  }

  private static Map<String, List<Location>> adds(ScanResult result) {
    List<Draft> drafts = new ArrayList<>();
    new UnboundedAdd().check(new CodeView(result.code()), drafts::add);
    Map<String, List<Location>> places = new HashMap<>();
    for (Draft draft : drafts) {
      String stream = draft.subject().stream();
      if (stream != null) {
        places.computeIfAbsent(stream, s -> new ArrayList<>()).addAll(draft.locations());
      }
    }
    return places;
  }
}

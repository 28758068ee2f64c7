package io.streamsmonitor.agents.streams.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.streams.Cap;
import io.streamsmonitor.agents.streams.GroupTrack;
import io.streamsmonitor.agents.streams.GroupView;
import io.streamsmonitor.agents.streams.Samples;
import io.streamsmonitor.agents.streams.StreamDraft;
import io.streamsmonitor.agents.streams.StreamRule;
import io.streamsmonitor.agents.streams.StreamTrack;
import io.streamsmonitor.agents.streams.StreamView;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.function.Consumer;

/** A stream gets longer because more is produced than consumed. */
@AutoService(StreamRule.class)
public final class StreamGrowing implements StreamRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "stream.growing",
          "STREAM_GROWING",
          Severity.HIGH,
          "A stream keeps growing",
          "Longer at more than 2 polls in a row (the specification's table): producers are faster"
              + " than consumers. A capped stream's sawtooth is no growth, and a stream whose"
              + " groups keep up only fills.",
          "Speed up the groups that fall behind; give XADD a MAXLEN ~ so that memory has an end.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(StreamView view, Consumer<Draft> out) {
    int intervals = view.limits().growthPolls() + 1;
    Samples samples = view.track().samples();
    if (samples.risesInARow(StreamTrack.LENGTH) < intervals) {
      return;
    }
    if (view.cap() == Cap.CAPPED && !view.strict()) {
      return;
    }
    List<GroupView> behind =
        view.groups().stream().filter(g -> fallsBehind(g, samples, intervals)).toList();
    boolean fills = behind.isEmpty() && !view.groups().isEmpty() && !view.strict();
    out.accept(
        StreamDraft.of(INFO, view)
            .severity(fills ? Severity.INFO : INFO.severity())
            .title(
                view.name()
                    + " grew "
                    + samples.risesInARow(StreamTrack.LENGTH)
                    + " polls in a row, to "
                    + view.stream().length()
                    + " entries")
            .hypothesis(hypothesis(view, behind, fills)));
  }

  /** Whether a good part of what the stream grew by is unread by the group. */
  private static boolean fallsBehind(GroupView group, Samples stream, int intervals) {
    Samples own = group.track().samples();
    long grown = stream.rise(StreamTrack.LENGTH, intervals);
    long unread = own.rise(GroupTrack.LAG, intervals);
    return own.size() > 1
        && unread >= Math.max(2, grown / 4)
        && own.value(GroupTrack.LAG, 1)
            > own.value(GroupTrack.LAG, Math.min(intervals, own.size() - 1));
  }

  private static String hypothesis(StreamView view, List<GroupView> behind, boolean fills) {
    if (fills) {
      return "Every group keeps up: the stream only fills, as nothing has been trimmed yet.";
    }
    if (view.groups().isEmpty()) {
      return "No group reads the stream and nothing trims it: it grows until memory ends.";
    }
    return behind.isEmpty()
        ? "The length rose at every poll."
        : "Producers are faster than group"
            + (behind.size() == 1 ? " " : "s ")
            + String.join(", ", behind.stream().map(GroupView::name).toList())
            + ": unread entries pile up.";
  }
}

package io.streamsmonitor.agents.streams.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.streams.Cap;
import io.streamsmonitor.agents.streams.StreamDraft;
import io.streamsmonitor.agents.streams.StreamRule;
import io.streamsmonitor.agents.streams.StreamView;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Code adds to a stream of this server without a limit. */
@AutoService(StreamRule.class)
public final class MissingMaxlen implements StreamRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "stream.missing-maxlen",
          "MISSING_MAXLEN",
          Severity.MEDIUM,
          "Code adds to a stream without MAXLEN",
          "The sources have an XADD for this stream without MAXLEN or MINID, and nothing beside it"
              + " trims: the stream will grow for as long as that code runs, however short it is"
              + " today. Silent where the server shows that something trims it all the same.",
          "Add MAXLEN ~ <n> (or MINID ~) to that XADD.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(StreamView view, Consumer<Draft> out) {
    List<Location> places = view.knowledge().unlimited(view.name());
    if (places.isEmpty() || view.track().cap() == Cap.CAPPED) {
      return;
    }
    String where = places.stream().map(Location::toString).collect(Collectors.joining(", "));
    Draft draft =
        StreamDraft.of(INFO, view)
            .title("Code adds to " + view.name() + " without MAXLEN")
            .hypothesis(
                "XADD without a limit at "
                    + where
                    + "; the stream holds "
                    + view.stream().length()
                    + " entries now.");
    places.forEach(draft::location);
    out.accept(draft);
  }
}

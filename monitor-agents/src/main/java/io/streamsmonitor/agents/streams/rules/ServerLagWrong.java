package io.streamsmonitor.agents.streams.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.streams.GroupView;
import io.streamsmonitor.agents.streams.StreamDraft;
import io.streamsmonitor.agents.streams.StreamRule;
import io.streamsmonitor.agents.streams.StreamView;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** The server's own lag is not the true one. */
@AutoService(StreamRule.class)
public final class ServerLagWrong implements StreamRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "stream.server-lag-wrong",
          "CONSUMER_LAG",
          Severity.INFO,
          "Redis itself reports a wrong lag for a group",
          "After trimming, XDEL or XGROUP CREATE … ENTRIESREAD the server's counter is off for ever"
              + " (measured: 900 where 0 is true); whatever alarms on it alarms wrongly.",
          "Do not alarm on XINFO GROUPS lag here; XGROUP SETID <stream> <group> <id> ENTRIESREAD <n>"
              + " sets the counter right.");

  private static final int LOOKS = 2;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(StreamView view, Consumer<Draft> out) {
    for (GroupView group : view.groups()) {
      Long server = group.now().serverLag();
      if (server != null && group.track().lagMismatches() >= LOOKS) {
        out.accept(
            StreamDraft.of(INFO, view, group)
                .title(
                    "Redis says group "
                        + group.name()
                        + " lags "
                        + server
                        + " entries on "
                        + view.name()
                        + "; it is "
                        + group.lag())
                .hypothesis(
                    "Entries were removed before the group read them, or the group was made with a"
                        + " read counter that was not true; the server does not count again."));
      }
    }
  }
}

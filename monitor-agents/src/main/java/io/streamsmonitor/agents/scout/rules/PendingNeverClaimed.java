package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.streams.Client;
import io.streamsmonitor.agents.source.streams.StreamCall;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** Nothing that belongs to a group takes over what a dead consumer left. */
@AutoService(CodeRule.class)
public final class PendingNeverClaimed implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.pending-never-claimed",
              "RESILIENCE",
              Severity.MEDIUM,
              "Only new entries are read; pending ones of a dead consumer wait for ever",
              "Entries that a consumer took and did not acknowledge before it died are "
                  + "delivered to nobody else unless somebody claims them.",
              "Claim idle entries with XAUTOCLAIM, or read own pending entries from 0 at the "
                  + "start.")
          .costing(Effort.HOURS_4_8, Impact.HIGH);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.GROUP_READ)
        .filter(c -> c.client() != Client.ENVELOPE && !c.options().may("noack", "autoack"))
        .filter(c -> !recovers(view, c))
        .forEach(
            c ->
                CodeFinding.of(c, INFO)
                    .hypothesis("After a crash the entries in work stay in the pending list.")
                    .recommendation(
                        "Run XAUTOCLAIM on "
                            + StreamNames.of(c)
                            + " for entries idle for longer than a handler takes.")
                    .after(Fixes.claim(c))
                    .to(out));
  }

  private static boolean recovers(CodeView view, StreamCall read) {
    return Offsets.readsPending(view, read)
        || view.siblings(read, Op.CLAIM)
            .anyMatch(c -> c.groupName().isEmpty() || c.groupName().equals(read.groupName()))
        || view.reach()
            .anyCall(
                read,
                c -> c.is(Op.CLAIM) || (c.is(Op.GROUP_READ) && Offsets.readsPending(view, c)));
  }
}

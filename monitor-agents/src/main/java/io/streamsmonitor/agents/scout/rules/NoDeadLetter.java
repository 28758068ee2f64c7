package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.streams.StreamCall;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A group is read without a limit of deliveries and without a dead-letter stream. */
@AutoService(CodeRule.class)
public final class NoDeadLetter implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.no-dead-letter",
              "RESILIENCE",
              Severity.MEDIUM,
              "Missing DLQ/max delivery handling",
              "An entry that cannot be processed is delivered again and again, or lost "
                  + "without a trace; nothing counts deliveries or sets it aside.",
              "Count deliveries (XPENDING, XAUTOCLAIM) and move an entry to a dead-letter "
                  + "stream after a few.")
          .costing(Effort.DAYS_1_2, Impact.HIGH);

  /** Words of code that limits deliveries or sets entries aside. */
  static final Pattern CARE =
      Pattern.compile(
          "(?i)dead_?-?letter|dlq|quarantine|parking_?lot|(max|times|count|total)_?(re)?deliver|deliver(y|ed|ies)_?(count|times|attempt)"
              + "|max_?(retries|retry)|poison_?(queue|stream|handler|message)|xnack");

  /** A limit of attempts is one of deliveries only where the entry has somewhere else to go. */
  private static final Pattern LIMIT = Pattern.compile("(?i)max_?attempts?");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    Map<String, List<StreamCall>> byFile = new TreeMap<>();
    view.calls(Op.GROUP_READ)
        .filter(c -> !c.options().must("deadletter") && !cares(view, c))
        .forEach(c -> byFile.computeIfAbsent(c.file().path(), k -> new ArrayList<>()).add(c));
    byFile.values().forEach(calls -> say(calls, out));
  }

  private static boolean cares(CodeView view, StreamCall read) {
    Reach reach = view.reach();
    return reach.says(read, CARE)
        || (reach.says(read, LIMIT) && reach.anyCall(read, c -> c.is(Op.ADD) || c.is(Op.CLAIM)));
  }

  private static void say(List<StreamCall> calls, Consumer<Draft> out) {
    StreamCall first = calls.get(0);
    CodeFinding finding = CodeFinding.in(first.file(), INFO).once("");
    first.streamName().ifPresent(finding::stream);
    calls.stream().map(c -> c.call().pos()).distinct().sorted().forEach(finding::at);
    finding
        .hypothesis("One poison entry is retried for ever, or dropped unseen.")
        .recommendation(
            "Give up an entry of "
                + StreamNames.of(first)
                + " after a few deliveries and add it to a dead-letter stream.")
        .after(Fixes.deadLetter(first))
        .to(out);
  }
}

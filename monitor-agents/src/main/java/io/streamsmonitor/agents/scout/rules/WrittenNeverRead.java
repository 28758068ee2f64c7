package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.streams.StreamCall;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** No code in the fleet reads a stream that code writes. */
@AutoService(CodeRule.class)
public final class WrittenNeverRead implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.stream-never-read",
              "ARCHITECTURE",
              Severity.LOW,
              "A stream is written, and no code reads it",
              "What nobody reads costs memory and tells nothing; or its reader expects "
                  + "another name.",
              "Read it, rename it, or stop writing it.")
          .costing(Effort.HOURS_2_4, Impact.MEDIUM);

  /** Streams that people look at. */
  private static final Pattern ASIDE = Pattern.compile("(?i)dead|dlq|audit|log|archive|quarantine");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    List<StreamCall> reads = view.calls(Op.READ, Op.GROUP_READ, Op.RANGE).toList();
    boolean blind =
        reads.isEmpty()
            || reads.stream()
                .flatMap(r -> r.streams().stream())
                .anyMatch(s -> s.resolved().isEmpty());
    if (blind) {
      return;
    }
    Set<String> read = new HashSet<>();
    reads.stream()
        .flatMap(r -> r.streams().stream())
        .forEach(s -> s.resolved().ifPresent(read::add));
    Set<String> said = new HashSet<>();
    view.calls(Op.ADD)
        .filter(
            c ->
                c.streamName().isPresent()
                    && !read.contains(c.streamName().orElse(""))
                    && !ASIDE.matcher(c.streamName().orElse("")).find())
        .filter(c -> said.add(c.streamName().orElse("")))
        .forEach(
            c ->
                CodeFinding.of(c, INFO)
                    .hypothesis("Every reader in the code reads another stream.")
                    .recommendation(
                        "Find the reader of " + StreamNames.of(c) + ", or stop writing it.")
                    .to(out));
  }
}

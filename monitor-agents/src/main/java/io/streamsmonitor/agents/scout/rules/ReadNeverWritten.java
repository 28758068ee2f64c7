package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A stream is read that no code writes. */
@AutoService(CodeRule.class)
public final class ReadNeverWritten implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.stream-never-written",
              "ARCHITECTURE",
              Severity.MEDIUM,
              "A stream is read that nothing writes",
              "The consumer waits for ever without an error: a name was changed on one side, or the producer is gone.",
              "Compare the name with that of the producer, or remove the reader.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** Streams that people or other systems feed. */
  private static final Pattern FED =
      Pattern.compile("(?i)dead|dlq|quarantine|command|control|admin");

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    boolean blind =
        view.calls(Op.ADD).findAny().isEmpty() || !Certainty.allNamed(view.calls(Op.ADD));
    if (blind) {
      return;
    }
    Set<String> said = new HashSet<>();
    view.calls(Op.GROUP_READ, Op.READ)
        .filter(c -> c.streams().size() == 1 && c.streamName().isPresent())
        .filter(c -> !FED.matcher(c.streamName().orElse("")).find())
        .filter(
            c -> view.calls(Op.ADD).noneMatch(a -> Certainty.mayBeOn(a, c.streamName().orElse(""))))
        .filter(c -> said.add(c.streamName().orElse("")))
        .forEach(
            c ->
                CodeFinding.of(c, INFO)
                    .hypothesis("Every writer in the code writes another stream.")
                    .recommendation(
                        "Find the writer of " + StreamNames.of(c) + ", or stop reading it.")
                    .to(out));
  }
}

package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Block;
import io.streamsmonitor.agents.source.streams.StreamCall;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** Entries are added to a stream that nothing trims. */
@AutoService(CodeRule.class)
public final class UnboundedAdd implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.xadd-without-maxlen",
              "STREAM_ANTI_PATTERN",
              Severity.HIGH,
              "XADD without MAXLEN",
              "Nothing limits the stream: every entry stays until Redis runs out of memory, "
                  + "and then writes fail for everybody.",
              "Add with MAXLEN ~ (or MINID ~) sized to the longest outage a consumer may "
                  + "have.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);
  private static final String[] BOUNDS = {"maxlen", "minid", "trim", "trimnonstrict", "withmaxlen"};

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.ADD)
        .filter(c -> c.options().complete() && !c.options().may(BOUNDS))
        .filter(c -> view.calls(Op.TRIM).noneMatch(t -> trims(t, c)) && !Marker.is(view, c))
        .forEach(
            c ->
                CodeFinding.of(c, INFO)
                    .hypothesis("The stream grows for as long as " + c.file().path() + " runs.")
                    .recommendation(
                        "Give the XADD on "
                            + StreamNames.of(c)
                            + " a MAXLEN ~ or MINID ~; 100 000 is a start.")
                    .after(Fixes.bounded(c))
                    .to(out));
  }

  /** Whether the trim always runs, and on the stream of the add. */
  private static boolean trims(StreamCall trim, StreamCall add) {
    boolean optional =
        trim.within(Block.Kind.THEN)
            || trim.within(Block.Kind.ELSE)
            || trim.within(Block.Kind.CATCH);
    boolean sameName =
        !(add.stream() instanceof NameValue.Unknown)
            && (trim.stream().equals(add.stream())
                || (add.streamName().isPresent() && trim.streamName().equals(add.streamName())));
    boolean sameVariable =
        trim.method().equals(add.method())
            && StreamNames.written(trim).equals(StreamNames.written(add));
    return !optional && (sameName || sameVariable);
  }
}

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
import java.util.regex.Pattern;

/** A group is read, and nothing that belongs to the reader acknowledges. */
@AutoService(CodeRule.class)
public final class GroupReadWithoutAck implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.group-read-without-ack",
              "STREAM_ANTI_PATTERN",
              Severity.HIGH,
              "XREADGROUP without XACK",
              "Entries that are never acknowledged stay pending for ever: the pending list "
                  + "grows, and after a restart everything is delivered again.",
              "Acknowledge each entry after it was processed, or read with NOACK where losing "
                  + "entries is accepted.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  /** Acknowledgements that are no call of a client: scripts and raw commands. */
  private static final Pattern HAND_MADE = Pattern.compile("\\bXACK(DEL)?\\b");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.GROUP_READ)
        .filter(c -> !c.options().may("noack", "autoack"))
        .filter(c -> c.client() != Client.ENVELOPE && !acknowledged(view, c))
        .forEach(
            c ->
                CodeFinding.of(c, INFO)
                    .hypothesis("Every entry that is read stays in the pending list of the group.")
                    .recommendation(
                        "Acknowledge entries of " + StreamNames.of(c) + " once they are processed.")
                    .after(Fixes.ack(c))
                    .to(out));
  }

  private static boolean acknowledged(CodeView view, StreamCall read) {
    boolean sameGroup =
        view.siblings(read, Op.ACK)
            .anyMatch(
                a ->
                    a.groupName().isPresent()
                        && a.groupName().equals(read.groupName())
                        && a.streamName().isPresent()
                        && a.streamName().equals(read.streamName()));
    return sameGroup
        || view.reach().anyCall(read, c -> c.is(Op.ACK) && mayBeOf(c, read))
        || view.reach().says(read, HAND_MADE);
  }

  /** Whether the acknowledgement can be one of the group that is read. */
  private static boolean mayBeOf(StreamCall ack, StreamCall read) {
    boolean otherStream =
        ack.streamName().isPresent()
            && read.streamName().isPresent()
            && !read.streams().contains(ack.stream())
            && !ack.streamName().equals(read.streamName());
    boolean otherGroup =
        ack.groupName().isPresent()
            && read.groupName().isPresent()
            && !ack.groupName().equals(read.groupName());
    return !otherStream && !otherGroup;
  }
}

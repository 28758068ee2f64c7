package io.streamsmonitor.agents.streams.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.streams.StreamDraft;
import io.streamsmonitor.agents.streams.StreamRule;
import io.streamsmonitor.agents.streams.StreamView;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A stream that no group reads. */
@AutoService(StreamRule.class)
public final class NoConsumerGroup implements StreamRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "stream.no-consumer-group",
          "NO_CONSUMER_GROUP",
          Severity.MEDIUM,
          "A stream has no consumer group",
          "Without a group nothing is delivered with acknowledgement (the specification's table);"
              + " what is written may be read by nobody.",
          "Create the group where the consumer starts (XGROUP CREATE … MKSTREAM), or stop writing.");

  private static final Pattern DEAD_LETTERS =
      Pattern.compile("(?i)(^|[^a-z])(dlq|dlx|dead[-_. ]?letters?|parking|quarantine)([^a-z]|$)");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(StreamView view, Consumer<Draft> out) {
    if (view.stream().groups().isEmpty()) {
      out.accept(
          StreamDraft.of(INFO, view)
              .title("Nobody reads " + view.name() + " with a consumer group")
              .hypothesis(
                  DEAD_LETTERS.matcher(view.name()).find()
                      ? "By its name a dead-letter stream: entries are parked, and nobody is told."
                      : "Its consumer never created a group, uses another stream name, or reads with"
                          + " plain XREAD, which nothing here can follow."));
    }
  }
}

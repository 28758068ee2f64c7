package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Block;
import io.streamsmonitor.agents.source.streams.Client;
import io.streamsmonitor.agents.source.streams.StreamCall;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Whatever goes wrong when a group is created counts as "exists already". */
@AutoService(CodeRule.class)
public final class AnyErrorForBusyGroup implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.any-error-for-busygroup",
              "RESILIENCE",
              Severity.MEDIUM,
              "Any error is taken for BUSYGROUP",
              "Only BUSYGROUP says that the group is there; a wrong type, a missing "
                  + "permission or a lost connection is taken for it and shows up later as NOGROUP.",
              "Test the message for BUSYGROUP and rethrow everything else.")
          .costing(Effort.HOURS_2_4, Impact.MEDIUM);
  private static final Pattern TESTED = Pattern.compile("(?i)busy_?group");
  private static final Set<String> ALL =
      Set.of(
          "Exception",
          "Throwable",
          "RuntimeException",
          "JedisException",
          "RedisException",
          "DataAccessException");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.CREATE_GROUP)
        .filter(c -> c.client() != Client.ENVELOPE && !Reach.says(c.method(), TESTED))
        .forEach(
            c ->
                Tries.catches(c.method(), c.call().namePos())
                    .filter(b -> isCatchAll(b) && goesOn(view, c, b))
                    .findFirst()
                    .ifPresent(b -> say(c, b, out)));
  }

  private static boolean isCatchAll(Block b) {
    return b.types().stream().anyMatch(ALL::contains);
  }

  /** Whether the exception ends in the catch without having been shown or thrown. */
  private static boolean goesOn(CodeView view, StreamCall c, Block b) {
    return !new CatchBlock(view, c.home(), c.method(), b).passesOn();
  }

  private static void say(StreamCall c, Block caught, Consumer<Draft> out) {
    CodeFinding.in(c.file(), INFO)
        .at(caught.from())
        .related(c.at())
        .hypothesis("A failure other than BUSYGROUP is hidden until the first read fails.")
        .recommendation("In " + c.file().path() + " rethrow unless the message contains BUSYGROUP.")
        .after(
            "if (e.getMessage() == null || !e.getMessage().contains(\"BUSYGROUP\")) {\n  throw e;\n}")
        .to(out);
  }
}

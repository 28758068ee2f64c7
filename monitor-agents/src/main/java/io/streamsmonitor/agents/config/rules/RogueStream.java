package io.streamsmonitor.agents.config.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.config.ConfigRule;
import io.streamsmonitor.agents.config.ConfigView;
import io.streamsmonitor.agents.config.Discrepancy;
import io.streamsmonitor.agents.config.Live;
import io.streamsmonitor.agents.config.declare.CodeUse;
import io.streamsmonitor.agents.config.declare.Names;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.model.StreamSnapshot;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Redis holds a stream that neither configuration nor documents nor monitor.yml name. */
@AutoService(ConfigRule.class)
public final class RogueStream implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config.rogue-stream",
          "ROGUE_STREAM",
          Severity.HIGH,
          "A stream appeared that nobody declares",
          "Nobody trims it, reads it or looks after it. HIGH where not even code explains it, MEDIUM"
              + " where code writes it, LOW in a fleet that declares few of its streams, INFO where"
              + " it was there before the session.",
          "Declare the stream with its writer and readers, or find what creates it and stop that.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(ConfigView view, Consumer<Draft> out) {
    Live live = view.live();
    if (live == null) {
      return;
    }
    for (StreamSnapshot stream : live.streams()) {
      String name = stream.name().display();
      boolean fresh = !live.baseline().contains(name);
      boolean coded = view.code().mention(name);
      boolean old = !fresh && (coded || !view.declared().any());
      if (!old && !declared(view, name) && (live.settled() || !fresh)) {
        out.accept(draft(view, stream, fresh));
      }
    }
  }

  private static boolean declared(ConfigView view, String name) {
    boolean named = view.declared().mention(name) || view.docs().presents(name);
    boolean derived =
        Names.deadLetterBase(name)
            .filter(
                b ->
                    view.declared().mention(b) || view.code().mention(b) || view.docs().presents(b))
            .isPresent();
    return named || derived;
  }

  private static Severity severity(ConfigView view, String name, boolean fresh, boolean coded) {
    if (!fresh) {
      return Severity.INFO;
    }
    // In a fleet that declares nothing, a stream that code writes is as declared as any other.
    if (!view.declared().any()) {
      return coded ? Severity.INFO : Severity.LOW;
    }
    if (!coded && view.code().complete()) {
      return Severity.HIGH;
    }
    return coded && !declaresOthers(view, name) ? Severity.LOW : Severity.MEDIUM;
  }

  /** Whether it is the custom of the fleet to declare what code uses. */
  private static boolean declaresOthers(ConfigView view, String name) {
    Set<String> used =
        view.code().all().stream()
            .map(CodeUse::streamText)
            .filter(s -> !s.isEmpty() && !s.equals(name))
            .collect(Collectors.toSet());
    long declared = used.stream().filter(s -> declared(view, s)).count();
    return 3 * declared >= 2L * used.size();
  }

  private static Draft draft(ConfigView view, StreamSnapshot stream, boolean fresh) {
    String name = stream.name().display();
    List<CodeUse> uses = view.code().all().stream().filter(u -> u.stream().mayBe(name)).toList();
    List<Location> places = uses.stream().map(CodeUse::at).toList();
    String service = uses.isEmpty() ? "" : uses.get(0).service();
    String since = fresh ? "appeared after the session's baseline" : "was there before the session";
    String by = uses.isEmpty() ? "no code that was scanned uses it" : "written at " + places.get(0);
    return Discrepancy.of(
            INFO, service, "every stream declared", since + "; " + by, places, List.of())
        .stream(name)
        .severity(severity(view, name, fresh, !uses.isEmpty()))
        .title("Stream \"" + name + "\" " + since + " and is declared nowhere")
        .recommendation(
            "Declare \""
                + name
                + "\" in the configuration, documents or monitor.yml (publishes,"
                + " consumes), or stop what creates it: "
                + by
                + "; XINFO STREAM "
                + name
                + " FULL shows"
                + " its entries.");
  }
}

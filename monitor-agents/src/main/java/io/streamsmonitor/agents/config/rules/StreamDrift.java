package io.streamsmonitor.agents.config.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.config.ConfigRule;
import io.streamsmonitor.agents.config.ConfigView;
import io.streamsmonitor.agents.config.Discrepancy;
import io.streamsmonitor.agents.config.declare.CodeUse;
import io.streamsmonitor.agents.config.declare.Declaration;
import io.streamsmonitor.agents.config.declare.Names;
import io.streamsmonitor.agents.config.declare.Role;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A service writes or reads a stream it does not declare, and leaves a declared one alone. */
@AutoService(ConfigRule.class)
public final class StreamDrift implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config.stream-drift",
          "CONFIG_DRIFT",
          Severity.HIGH,
          "Code uses another stream than the one its service declares",
          "Messages go where no declared reader looks for them, or the service waits on a stream that"
              + " stays empty.",
          "Take the stream's name from the configuration in code, or correct the declaration.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(ConfigView view, Consumer<Draft> out) {
    for (String service : view.services()) {
      check(view, service, Role.PUBLISHES, List.of(Op.ADD), out);
      check(view, service, Role.CONSUMES, List.of(Op.GROUP_READ, Op.READ), out);
    }
  }

  private static void check(
      ConfigView view, String service, Role role, List<Op> ops, Consumer<Draft> out) {
    List<CodeUse> uses =
        view.code().all().stream()
            .filter(u -> u.service().equals(service) && ops.contains(u.use().op()))
            .toList();
    List<Declaration> declared =
        view.declared().all().stream()
            .filter(d -> d.service().equals(service) && !d.stream().isEmpty())
            .toList();
    List<Declaration> unused =
        declared.stream()
            .filter(d -> d.sure() && d.role() == role && !Names.deadLetters(d.stream()))
            .filter(d -> uses.stream().noneMatch(u -> u.stream().mayBe(d.stream())))
            .toList();
    boolean certain = uses.stream().allMatch(u -> u.stream().single());
    if (!certain || unused.isEmpty()) {
      return;
    }
    Set<String> undeclared = new TreeSet<>();
    uses.forEach(u -> undeclared.add(u.streamText()));
    undeclared.removeIf(s -> Names.deadLetters(s) || view.declared().mention(s));
    for (String stream : undeclared) {
      out.accept(draft(service, stream, uses, unused));
    }
  }

  private static Draft draft(
      String service, String stream, List<CodeUse> uses, List<Declaration> unused) {
    List<CodeUse> here = uses.stream().filter(u -> u.streamText().equals(stream)).toList();
    String wanted = Discrepancy.quoted(unused.stream().map(Declaration::stream).toList());
    return Discrepancy.of(
            INFO,
            service,
            "stream " + wanted + " (" + unused.get(0).where() + ")",
            "stream \"" + stream + "\" in code",
            here.stream().map(CodeUse::at).toList(),
            unused.stream().map(Declaration::at).toList())
        .stream(stream)
        .title(service + " uses stream \"" + stream + "\", its declaration says " + wanted)
        .recommendation(
            "In "
                + here.get(0).at().file()
                + " take the name from "
                + unused.get(0).where()
                + ", or declare \""
                + stream
                + "\" there.");
  }
}

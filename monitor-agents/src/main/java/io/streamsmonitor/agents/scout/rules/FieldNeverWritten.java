package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.streams.Client;
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
import org.jspecify.annotations.Nullable;

/** A consumer reads a field that no producer of the stream writes. */
@AutoService(CodeRule.class)
public final class FieldNeverWritten implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.field-never-written",
              "STREAM_ANTI_PATTERN",
              Severity.HIGH,
              "A field is read that no producer writes",
              "The value is null at every entry: a field was renamed on one side.",
              "Agree on the names, in one schema that both sides use.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Set<String> BODY =
      Set.of("getFields", "getBody", "getValue", "fields", "getMap");
  private static final Set<String> WRAPPERS =
      Set.of("payload", "data", "body", "message", "value", "json");

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.GROUP_READ, Op.READ)
        .filter(
            c ->
                c.streams().size() == 1
                    && c.streamName().isPresent()
                    && c.client() != Client.ENVELOPE)
        .filter(c -> sole(view, c))
        .forEach(c -> check(view, c, out));
  }

  /** Whether the method reads this stream alone, so that every field in it is one of its. */
  private static boolean sole(CodeView view, StreamCall read) {
    return view.calls(Op.GROUP_READ, Op.READ)
        .filter(o -> o.method().equals(read.method()))
        .allMatch(o -> o.streamName().equals(read.streamName()));
  }

  private static void check(CodeView view, StreamCall read, Consumer<Draft> out) {
    List<StreamCall> adds =
        view.calls(Op.ADD).filter(a -> Certainty.mayBeOn(a, read.streamName().orElse(""))).toList();
    boolean known =
        !adds.isEmpty()
            && adds.stream()
                .allMatch(
                    a -> a.fieldsComplete() && !a.fields().isEmpty() && a.streamName().isPresent());
    if (!known) {
      return;
    }
    Set<String> written = new HashSet<>();
    adds.forEach(a -> written.addAll(a.fields()));
    Set<String> said = new HashSet<>();
    for (Expr.Call get : read.method().calls()) {
      boolean reads =
          get.name().equals("get")
              && get.args().size() == 1
              && get.arg(0) instanceof Expr.Text
              && get.pos() > 0
              && ofEntry(read.method(), get.target());
      if (reads
          && get.arg(0) instanceof Expr.Text field
          && !written.contains(field.value())
          && written.stream().noneMatch(WRAPPERS::contains)
          && said.add(field.value())) {
        say(read, get, field.value(), adds.get(0), out);
      }
    }
  }

  private static boolean ofEntry(MethodFacts m, @Nullable Expr target) {
    if (target instanceof Expr.Call c) {
      return BODY.contains(c.name()) && c.args().isEmpty();
    }
    return target instanceof Expr.Ref r
        && m.locals().stream()
            .anyMatch(
                l ->
                    l.name().equals(r.name())
                        && l.type().equals("Map")
                        && l.init() instanceof Expr.Call c
                        && BODY.contains(c.name()));
  }

  private static void say(
      StreamCall read, Expr.Call get, String field, StreamCall add, Consumer<Draft> out) {
    CodeFinding.in(read.file(), INFO).stream(read.streamName().orElse(""))
        .at(get.pos())
        .related(add.at())
        .hypothesis(
            "Field \""
                + field
                + "\" is missing from every entry; written are "
                + add.fields()
                + ".")
        .recommendation(
            "Read a field that " + StreamNames.of(read) + " has, or write \"" + field + "\".")
        .to(out);
  }
}

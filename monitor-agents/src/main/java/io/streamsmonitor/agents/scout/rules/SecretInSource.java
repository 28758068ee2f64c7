package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.TypeFacts;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A password, key or token is a literal. */
@AutoService(CodeRule.class)
public final class SecretInSource implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.secret-in-source",
              "ARCHITECTURE",
              Severity.HIGH,
              "A secret stands in the source",
              "Whoever reads the repository, an old copy of it or the built jar has the "
                  + "secret, and changing it takes a release.",
              "Read it from the environment or a secret store, and change it now: it has been "
                  + "seen.")
          .costing(Effort.HOURS_4_8, Impact.HIGH);
  private static final Pattern NAMES =
      Pattern.compile(
          "(?i).*(passwd|password|secret|api_?key|access_?key|private_?key|auth_?token|access_?token|credential)$");
  private static final Pattern SETTERS =
      Pattern.compile("(?i)(set)?(auth|password|secret|apikey|accesstoken)");
  private static final Pattern URL = Pattern.compile("^[a-z]+s?://[^/\\s:@$]*:[^/\\s:@${]{3,}@");
  private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]+");
  private static final Pattern HARMLESS =
      Pattern.compile(
          "(?i)\\$\\{|%s|^\\*+$|^<.*>$|changeme|example|placeholder|your[-_]|^(password|secret|token|apikey|credentials?)$|^[a-z]+([.-][a-z]+)+$|^[A-Z]+(_[A-Z]+)+$");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    for (CodeFile file : view.files()) {
      if (!file.hints().soundsSecret()) {
        continue;
      }
      for (TypeFacts type : file.types()) {
        type.fields().forEach(f -> named(file, f.name(), f.init(), out));
        type.methods().forEach(m -> method(file, m, out));
      }
    }
  }

  private static void method(CodeFile file, MethodFacts m, Consumer<Draft> out) {
    m.locals().forEach(l -> named(file, l.name(), l.init(), out));
    m.assignments()
        .forEach(
            a ->
                named(
                    file,
                    a.target() instanceof Expr.Ref r
                        ? r.name()
                        : a.target() instanceof Expr.Member x ? x.name() : "",
                    a.value(),
                    out));
    for (Expr.Call c : m.calls()) {
      if (c.args().size() <= 2 && SETTERS.matcher(c.name()).matches() && !c.args().isEmpty()) {
        literal(file, c.args().get(c.args().size() - 1), out);
      }
      c.args().stream()
          .filter(a -> a instanceof Expr.Text t && URL.matcher(t.value()).find())
          .forEach(a -> literal(file, a, out));
    }
  }

  private static void named(CodeFile file, String name, @Nullable Expr value, Consumer<Draft> out) {
    boolean url = value instanceof Expr.Text t && URL.matcher(t.value()).find();
    if (value != null && (url || NAMES.matcher(name).matches())) {
      literal(file, value, out);
    }
  }

  private static void literal(CodeFile file, Expr value, Consumer<Draft> out) {
    if (!(value instanceof Expr.Text t)
        || t.value().length() < 6
        || !(URL.matcher(t.value()).find() || PLAIN.matcher(t.value()).matches())
        || HARMLESS.matcher(t.value()).find()) {
      return;
    }
    CodeFinding.in(file, INFO)
        .at(value.pos())
        .hiding(t.value())
        .hypothesis("The value is known to everybody who ever had the sources.")
        .recommendation("Move the value in " + file.path() + " to the environment, and change it.")
        .after("String password = System.getenv(\"REDIS_PASSWORD\");")
        .to(out);
  }
}

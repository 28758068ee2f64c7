package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.Position;
import io.streamsmonitor.agents.source.script.Modules;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file writes to the console. */
@AutoService(CodeRule.class)
public final class ConsoleLogging implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.console-logging",
              "OBSERVABILITY_GAP",
              Severity.LOW,
              "Console output instead of a logger",
              "What is printed has no level, no service and no correlation id, and mixes with "
                  + "the structured log of the same process.",
              "Log through SLF4J with a structured layout.")
          .costing(Effort.HOURS_2_4, Impact.LOW);
  private static final Set<String> SCRIPT_PRINTS =
      Set.of("log", "info", "warn", "error", "debug", "trace", "table", "dir");

  /** Without one of these a method writes nothing to the console. */
  private static final Set<String> MARKS = Set.of("System", "printStackTrace", "console");

  private static final Set<String> PRINTS =
      Set.of("println", "print", "printf", "format", "append", "write");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    for (CodeFile file : view.files()) {
      CodeFinding finding = CodeFinding.in(file, INFO).once("");
      positions(file).forEach(finding::at);
      finding
          .hypothesis("These lines cannot be filtered, tied to a request or read by a machine.")
          .recommendation(
              "Use a logger in "
                  + file.path()
                  + ": log.info, log.warn, log.error(\"what failed\", exception).")
          .after(
              Modules.isScript(file.path())
                  ? "const log = pino({ name: 'service' });\nlog.error({ err }, 'what failed');"
                  : "private static final Logger log = LoggerFactory.getLogger("
                      + type(file)
                      + ".class);")
          .to(out);
    }
  }

  private static List<Integer> positions(CodeFile file) {
    Set<String> marks = file.mentioned(MARKS);
    if (marks.isEmpty()) {
      return List.of();
    }
    List<MethodFacts> methods = file.methods().filter(m -> m.mentionsAny(marks)).toList();
    Stream<Integer> calls =
        methods.stream()
            .flatMap(m -> m.calls().stream())
            .filter(ConsoleLogging::prints)
            .map(Expr.Call::pos);
    Stream<Integer> references =
        methods.stream()
            .flatMap(m -> m.references().stream())
            .filter(r -> isConsole(r.target()) || isScriptConsole(r.target()))
            .map(Expr.MethodRef::pos);
    return Stream.concat(calls, references)
        .map(p -> Position.of(Position.line(p), 0))
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean prints(Expr.Call call) {
    boolean trace =
        call.name().equals("printStackTrace") && call.args().isEmpty() && call.target() != null;
    return trace
        || (SCRIPT_PRINTS.contains(call.name()) && isScriptConsole(call.target()))
        || (PRINTS.contains(call.name()) && call.target() != null && isConsole(call.target()));
  }

  private static boolean isConsole(Expr e) {
    return e instanceof Expr.Member m
        && m.owner() instanceof Expr.Ref r
        && r.name().equals("System")
        && (m.name().equals("out") || m.name().equals("err"));
  }

  /** The console of a script; in Java no type or variable is called so. */
  private static boolean isScriptConsole(@Nullable Expr e) {
    return e instanceof Expr.Ref r && r.name().equals("console");
  }

  private static String type(CodeFile file) {
    return file.types().isEmpty() ? "Main" : file.types().get(file.types().size() - 1).name();
  }
}

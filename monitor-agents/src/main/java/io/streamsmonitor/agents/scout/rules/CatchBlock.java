package io.streamsmonitor.agents.scout.rules;

import io.streamsmonitor.agents.source.code.Block;
import io.streamsmonitor.agents.source.code.Block.Kind;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.MethodFacts.Jump;
import io.streamsmonitor.agents.source.names.Home;
import io.streamsmonitor.agents.source.names.Scope;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A catch and what becomes of the exception in it. */
final class CatchBlock {
  private static final Pattern TELLS =
      Pattern.compile(
          "(?i)log|warn|error|fatal|severe|fail|reject|abort|alert|notify|report|nack|dead_?letter|dlq|print|increment|record|meter|interrupt|mark|handle|raise|complete");
  private static final Set<String> LEVELS =
      Set.of("info", "debug", "trace", "accept", "onError", "fine");
  private static final Pattern LOGGER = Pattern.compile("(?i)log(?:ger)?$");
  private static final Pattern COUNTS =
      Pattern.compile("(?i)fail|error|attempt|retr|skip|drop|bad|invalid|status|result|ok|success");
  private static final Set<String> EXPECTED =
      Set.of(
          "NumberFormatException",
          "DateTimeParseException",
          "DateTimeException",
          "ParseException",
          "IllegalArgumentException",
          "NoSuchElementException",
          "NoSuchFileException",
          "FileNotFoundException",
          "NoSuchFieldException",
          "NoSuchMethodException",
          "ClassNotFoundException",
          "TimeoutException",
          "SocketTimeoutException",
          "UnsupportedOperationException",
          "CancellationException",
          "InputMismatchException",
          "URISyntaxException",
          "MalformedURLException",
          "UnknownHostException",
          "InterruptedException",
          "ClosedChannelException",
          "SyntaxError",
          "EOFException",
          "FileAlreadyExistsException");
  private static final Set<String> HOOKS = Set.of("addShutdownHook", "removeShutdownHook");
  private static final Set<String> CLOSES =
      Set.of("close", "closeQuietly", "disconnect", "quit", "shutdown", "deleteIfExists");

  private final CodeView view;
  private final Home home;
  private final MethodFacts method;
  private final Block block;
  private final List<Block> nested;

  CatchBlock(CodeView view, Home home, MethodFacts method, Block block) {
    this.view = view;
    this.home = home;
    this.method = method;
    this.block = block;
    this.nested =
        method.blocks().stream()
            .filter(b -> !b.equals(block) && b.is(Kind.CATCH) && block.contains(b.from()))
            .filter(b -> method.around(b.from()).anyMatch(t -> optional(t)))
            .toList();
  }

  /** A branch inside this catch: what happens there does not happen to every exception. */
  private boolean optional(Block b) {
    return (b.is(Kind.THEN) || b.is(Kind.ELSE)) && block.contains(b.from());
  }

  /** Whether nobody learns of the exception. */
  boolean isSilent() {
    return !leaves() && !told() && !handedOn() && !expected() && !closing();
  }

  /** Whether the exception itself goes on: thrown, shown, or given to somebody. */
  boolean passesOn() {
    return leaves() || handedOn();
  }

  private boolean mine(int pos) {
    return block.contains(pos) && nested.stream().noneMatch(n -> n.contains(pos));
  }

  private Stream<Jump> jumps() {
    return method.jumps().stream().filter(j -> mine(j.pos()));
  }

  private boolean leaves() {
    return jumps().anyMatch(j -> j.kind() == Jump.Kind.THROW);
  }

  private boolean told() {
    return method.calls().stream().filter(c -> mine(c.namePos())).anyMatch(this::tells)
        || method.assignments().stream()
            .anyMatch(
                a ->
                    mine(a.pos())
                        && a.target() instanceof Expr.Ref r
                        && COUNTS.matcher(r.name()).find());
  }

  private boolean tells(Expr.Call call) {
    String receiver =
        call.target() instanceof Expr.Ref r
            ? r.name()
            : call.target() instanceof Expr.Member m ? m.name() : "";
    boolean logger =
        LOGGER.matcher(receiver).find()
            || LEVELS.contains(call.name())
            || TELLS.matcher(call.name()).find();
    boolean getter =
        call.name().startsWith("get")
            || call.name().startsWith("is")
            || call.name().startsWith("find");
    return (logger && !getter)
        || view.names().calls().targets(call, Scope.of(home, method, call.namePos())).stream()
            .anyMatch(t -> logs(t.method()));
  }

  private static boolean logs(MethodFacts m) {
    return m.calls().stream()
        .anyMatch(c -> c.target() instanceof Expr.Ref r && LOGGER.matcher(r.name()).find());
  }

  /** Whether the exception goes anywhere but into a condition. */
  private boolean handedOn() {
    return method.names().stream()
        .filter(n -> n.name().equals(block.name()) && mine(n.pos()))
        .anyMatch(n -> !inCondition(n.pos()));
  }

  private boolean inCondition(int pos) {
    return method.blocks().stream()
        .filter(b -> b.is(Kind.THEN) && b.condition() != null && block.contains(b.from()))
        .anyMatch(b -> b.condition() != null && b.condition().pos() <= pos && pos < b.from());
  }

  /** An exception that is the answer: the value is no number, the wait is over. */
  private boolean expected() {
    boolean answered =
        jumps().anyMatch(j -> j.kind() != Jump.Kind.THROW)
            || method.assignments().stream().anyMatch(a -> mine(a.pos()));
    return (EXPECTED.containsAll(block.types()) || ending()) && answered;
  }

  /** The JDK's way of saying that the process is ending already. */
  private boolean ending() {
    return block.types().equals(List.of("IllegalStateException"))
        && Tries.tried(method, block)
            .anyMatch(t -> method.callsIn(t).anyMatch(c -> HOOKS.contains(c.name())));
  }

  /** Closing something that may be closed already, and saying so. */
  private boolean closing() {
    boolean named = block.name().matches("(?i)ignored?|expected|unused|_");
    Block tried =
        method.blocks().stream()
            .filter(b -> b.is(Kind.TRY) && b.to() < block.from())
            .reduce((a, b) -> b.to() >= a.to() ? b : a)
            .orElse(null);
    return named
        && tried != null
        && method.callsIn(tried).findAny().isPresent()
        && method
            .callsIn(tried)
            .allMatch(
                c ->
                    CLOSES.contains(c.name())
                        || (c.args().isEmpty() && c.name().startsWith("get")));
  }
}

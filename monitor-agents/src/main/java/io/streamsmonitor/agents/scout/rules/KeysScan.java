package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.names.Home;
import io.streamsmonitor.agents.source.names.Scope;
import io.streamsmonitor.agents.source.script.Modules;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** KEYS is called. */
@AutoService(CodeRule.class)
public final class KeysScan implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.keys-scan",
              "PERFORMANCE",
              Severity.HIGH,
              "KEYS usage (dangerous)",
              "KEYS looks at every key of the database in one command and stops Redis for "
                  + "everybody meanwhile.",
              "Iterate with SCAN and a COUNT, or keep the names in a set.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);
  private static final Pattern RECEIVERS =
      Pattern.compile(
          "(?i).*(jedis|redis|pipeline|transaction|commands|unifiedjedis|keyoperations|redistemplate).*");
  private static final List<String> REDIS_PACKAGES =
      List.of(
          "redis.clients.",
          "io.lettuce.",
          "org.springframework.data.redis.",
          "org.redisson.",
          "ioredis",
          "redis");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.eachMethod(
        Set.of("keys"),
        (home, method) ->
            method.calls().stream()
                .filter(c -> c.name().equals("keys") && c.args().size() == 1 && c.target() != null)
                .filter(c -> isRedis(view, home, method, c))
                .forEach(c -> say(home.file(), c, out)));
  }

  private static boolean isRedis(CodeView view, Home home, MethodFacts method, Expr.Call call) {
    Scope scope = Scope.of(home, method, call.namePos());
    String receiver = view.names().types().of(call.target(), scope);
    if (!receiver.isEmpty()) {
      return RECEIVERS.matcher(receiver).matches();
    }
    return REDIS_PACKAGES.stream().anyMatch(home.file()::imports)
        || view.names()
            .resolve(call.arg(0), scope)
            .resolved()
            .filter(t -> t.contains("*"))
            .isPresent();
  }

  private static void say(CodeFile file, Expr.Call call, Consumer<Draft> out) {
    CodeFinding.in(file, INFO)
        .at(call.pos())
        .hypothesis("The call takes longer with every key, and everything else waits.")
        .recommendation("Replace KEYS in " + file.path() + " by SCAN with COUNT.")
        .after(
            Modules.isScript(file.path())
                ? "const [next, keys] = await redis.scan(cursor, 'MATCH', "
                    + JavaText.of(call.arg(0), "pattern").replace('"', '\'')
                    + ", 'COUNT', 500);"
                : scan(file, call))
        .to(out);
  }

  private static String scan(CodeFile file, Expr.Call call) {
    String redis = JavaText.of(call.target(), "redis");
    String pattern = JavaText.of(call.arg(0), "pattern");
    if (file.imports("org.springframework.data.redis.")) {
      return "try (Cursor<String> keys = %s.scan(ScanOptions.scanOptions().match(%s).count(500).build())) {\n  keys.forEachRemaining(found::add);\n}"
          .formatted(redis, pattern);
    }
    return file.imports("io.lettuce.")
        ? "KeyScanCursor<String> page = %s.scan(cursor, ScanArgs.Builder.matches(%s).limit(500));"
            .formatted(redis, pattern)
        : "ScanParams params = new ScanParams().match(%s).count(500);\nScanResult<String> page = %s.scan(cursor, params);"
            .formatted(pattern, redis);
  }
}

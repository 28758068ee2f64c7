package io.streamsmonitor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamsmonitor.agents.StandardAgents;
import io.streamsmonitor.agents.config.env.Launch;
import io.streamsmonitor.core.agent.SessionEvents;
import io.streamsmonitor.core.clock.VirtualClock;
import io.streamsmonitor.core.fleet.FleetSpec;
import io.streamsmonitor.core.fleet.ServiceSpec;
import io.streamsmonitor.core.redact.Secrets;
import io.streamsmonitor.core.rule.Thresholds;
import io.streamsmonitor.core.session.Session;
import io.streamsmonitor.core.session.SessionListener;
import io.streamsmonitor.core.session.SessionPlan;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.core.workspace.Workspace;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.html.HtmlReport;
import io.streamsmonitor.testkit.ScriptedFleet;
import io.streamsmonitor.testkit.ScriptedRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How large the HTML page of ten minutes is, and how long it takes: {@code cli.PageBench
 * [STREAMS[@POLL_SECONDS] ...]}, by default 7, 7 at a poll a second, 50 and 1,000 streams. Four
 * agents watch shops that fail in many ways, in virtual time; the pages stay in the folder named.
 */
public final class PageBench {
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private PageBench() {}

  public static void main(String[] args) throws IOException {
    List<String> runs = args.length > 0 ? List.of(args) : List.of("7", "7@5", "7@1", "50", "1000");
    Path folder = Files.createTempDirectory("page-bench");
    System.out.println("pages in " + folder);
    System.out.println(
        "streams  poll s  findings  causes    flows  decide ms  page ms      bytes    limit");
    for (String run : runs) {
      String[] words = run.split("@", -1);
      long poll = words.length > 1 ? Long.parseLong(words[1]) : 15;
      int streams = Integer.parseInt(words[0]);
      measure(streams, Duration.ofSeconds(poll), folder.resolve(run));
    }
  }

  private static void measure(int streams, Duration poll, Path folder) throws IOException {
    session(streams, poll, folder);
    long start = System.nanoTime();
    SessionResult result = SessionResult.of(SessionRecord.read(folder.resolve("session")));
    long decided = System.nanoTime();
    String page = HtmlReport.of(result);
    long written = System.nanoTime();
    int bytes = page.getBytes(UTF_8).length;
    Files.writeString(folder.resolveSibling(folder.getFileName() + ".html"), page);
    System.out.printf(
        Locale.ROOT,
        "%,7d %7d %9d %7d %8d %10.0f %8.0f %,10d %,8d%n",
        streams,
        poll.toSeconds(),
        result.open().size(),
        result.causes().size(),
        result.flows().total(),
        (decided - start) / 1e6,
        (written - decided) / 1e6,
        bytes,
        HtmlReport.limit(result));
  }

  private static void session(int streams, Duration poll, Path folder) throws IOException {
    VirtualClock clock = new VirtualClock();
    SessionEvents events = new SessionEvents();
    int shops = (streams + SickShop.STREAMS.size() - 1) / SickShop.STREAMS.size();
    SickShop shop = new SickShop(streams, VirtualClock.START);
    SickShopServices services = new SickShopServices(shops, WINDOW, VirtualClock.START);
    Path base = Files.createDirectories(folder.resolve("fleet"));
    services.write(base);
    ScriptedRedis redis = new ScriptedRedis(clock::now, shop::at);
    FleetSpec fleet = fleet(base, services.names());
    StandardAgents agents =
        new StandardAgents(
            fleet,
            List.of(base),
            List.of(),
            Thresholds.DEFAULT.polling(poll),
            redis::connect,
            Launch.UNKNOWN);
    Workspace workspace = new Workspace(folder.resolve("session"));
    SessionPlan plan =
        new SessionPlan(
            workspace,
            WINDOW,
            Duration.ofSeconds(30),
            new Secrets(),
            List.of(),
            redis,
            (env, id) ->
                services.play(new ScriptedFleet(clock, events, services.names()), workspace),
            List.copyOf(agents.all().values()),
            Map.of("PROFILE", "smart"));
    new Session(plan, clock, events, SessionListener.NONE).run();
  }

  private static FleetSpec fleet(Path base, List<String> names) {
    List<ServiceSpec> specs = new ArrayList<>();
    for (String name : names) {
      Path home = base.resolve(name);
      specs.add(
          new ServiceSpec(
              name,
              List.of(name),
              home,
              Map.of(),
              null,
              List.of(),
              0,
              null,
              List.of(home.resolve("src")),
              List.of(home.resolve("config")),
              List.of(),
              List.of()));
    }
    return new FleetSpec(base, specs, List.of(), List.of(), Map.of(), false);
  }
}

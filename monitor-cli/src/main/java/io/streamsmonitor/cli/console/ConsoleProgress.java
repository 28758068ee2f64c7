package io.streamsmonitor.cli.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.agent.SessionEvents;
import io.streamsmonitor.core.agent.Window;
import io.streamsmonitor.core.clock.Lane;
import io.streamsmonitor.core.clock.SessionClock;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.session.SessionListener;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows a session: a block that is repainted in place on a terminal, plain lines elsewhere. New
 * findings of HIGH or worse are said as they come.
 */
public final class ConsoleProgress implements SessionListener {
  private static final Duration REPAINT = Duration.ofMillis(500);
  private static final Duration STATUS = Duration.ofSeconds(15);

  private final PrintStream out;
  private final boolean live;
  private final Ink ink;
  private final StatusBlock block;
  private final SessionClock clock;
  private final Lane lane;
  private final Map<String, Finding> findings = new LinkedHashMap<>();
  private @Nullable Window window;
  private @Nullable StreamPoll poll;
  private int painted;
  private boolean closed;

  public ConsoleProgress(
      PrintStream out, boolean live, Ink ink, SessionClock clock, SessionEvents events) {
    this.out = out;
    this.live = live;
    this.ink = ink;
    this.block = new StatusBlock(ink);
    this.clock = clock;
    this.lane = clock.lane("console");
    events.subscribe(StreamPoll.class, lane, this::polled);
  }

  private synchronized void polled(StreamPoll latest) {
    poll = latest;
  }

  @Override
  public synchronized void phase(String step, String outcome) {
    say(String.format("  %-11s %s", step, Ink.plain(outcome)));
    closed |= step.equals("stop");
  }

  @Override
  public synchronized void opened(Window opened) {
    window = opened;
    tick(clock.now());
  }

  private synchronized void tick(Instant due) {
    Window open = window;
    if (closed || open == null) {
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add(block.headline(open, clock.now(), findings.values()));
    if (poll != null) {
      lines.addAll(block.streams(poll.streams()));
    }
    if (live) {
      erase();
      lines.forEach(out::println);
      painted = lines.size();
    } else {
      lines.forEach(out::println);
    }
    out.flush();
    Instant next = due.plus(live ? REPAINT : STATUS);
    lane.at(next, () -> tick(next));
  }

  @Override
  public synchronized void finding(Finding f) {
    Finding before = findings.put(f.findingId(), f);
    if (before == null && f.severity().atLeast(Severity.HIGH)) {
      Window open = window;
      String when =
          open == null ? "" : "T+" + StatusBlock.time(Duration.between(open.start(), clock.now()));
      say(
          "  "
              + when
              + " "
              + ink.severity(f.severity())
              + " "
              + f.findingId()
              + " "
              + f.ruleId()
              + "  "
              + Ink.plain(f.title()));
    }
  }

  @Override
  public synchronized void health(JsonNode check) {
    say(
        "  health      redis "
            + Ink.plain(check.path("redis").asText())
            + ", "
            + check.path("criticals").asInt()
            + " critical, agents "
            + words(check.path("agents"))
            + ", services "
            + words(check.path("services")));
    int shown = 0;
    for (JsonNode stream : check.path("streams")) {
      if (shown++ == StatusBlock.STREAMS) {
        say("              ... " + (check.path("streams").size() - shown + 1) + " more streams");
        break;
      }
      say("              " + Ink.plain(row(stream)));
    }
  }

  private static String row(JsonNode stream) {
    return stream.path("name").asText()
        + "  length "
        + stream.path("length").asLong()
        + ", lag "
        + stream.path("lag").asLong()
        + ", pending "
        + stream.path("pending").asLong();
  }

  private static String words(JsonNode flags) {
    long well = flags.properties().stream().filter(e -> e.getValue().asBoolean()).count();
    StringBuilder down = new StringBuilder();
    flags.properties().stream()
        .filter(e -> !e.getValue().asBoolean())
        .forEach(e -> down.append(' ').append(e.getKey()));
    return well + "/" + flags.size() + (down.isEmpty() ? "" : " (not:" + down + ")");
  }

  private void say(String line) {
    erase();
    out.println(line);
    out.flush();
  }

  private void erase() {
    if (painted > 0) {
      out.print("\u001b[" + painted + "A\u001b[J");
      painted = 0;
    }
  }
}

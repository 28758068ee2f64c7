package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.agent.Agent;
import io.streamsmonitor.core.agent.AgentContext;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.EvidenceRef;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.model.DeliverySample;
import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.StreamJson;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import io.streamsmonitor.core.rule.Thresholds;
import io.streamsmonitor.core.workspace.Files0600;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Watches every stream of one Redis: looks, remembers, and lets the rules say what it means. */
public final class StreamAnalyst implements Agent {
  private static final Duration TOPOLOGY = Duration.ofMinutes(1);

  /** Makes a connection for looking; called again after a loss. */
  @FunctionalInterface
  public interface Connector {
    RedisProbe connect() throws RedisUnavailable;
  }

  private final Thresholds limits;
  private final StreamKnowledge knowledge;
  private final Link link;
  private final StreamRules rules = new StreamRules();
  private final DeliveryWatch deliveries = new DeliveryWatch();
  private final StreamHistory history;
  private final Standing standing = new Standing();
  private @Nullable PollLog log;
  private final List<Long> wallMicros = new ArrayList<>();
  private List<StreamView> views = List.of();
  private long commands;
  private Instant blockedDue = Instant.MIN;
  private boolean lost;

  /** An analyst that knows nothing of the code. */
  public StreamAnalyst(Connector connector, Thresholds limits) {
    this(connector, limits, StreamKnowledge.NONE);
  }

  /**
   * An analyst that knows the code as well.
   *
   * @param knowledge what code tells about producers and caps
   */
  public StreamAnalyst(Connector connector, Thresholds limits, StreamKnowledge knowledge) {
    this.limits = limits;
    this.knowledge = knowledge;
    this.link = new Link(connector);
    this.history = new StreamHistory(limits, knowledge, deliveries);
  }

  @Override
  public AgentId id() {
    return AgentId.STREAM_ANALYST;
  }

  @Override
  public void start(AgentContext given) {
    PollLog opened = new PollLog(given.workspace());
    log = opened;
    given.on(DeliverySample.class, deliveries::add);
    boolean only = given.window().length().isZero();
    if (only) {
      history.only();
    }
    look(given, opened);
    if (only) {
      return;
    }
    given.every(limits.poll(), "poll", () -> look(given, opened));
    given.every(TOPOLOGY, "topology", () -> map(given));
    given.at(1.0, "last topology", () -> map(given));
  }

  private void look(AgentContext given, PollLog opened) {
    if (link.pausing(given.now())) {
      return;
    }
    StreamPoll poll;
    try {
      RedisProbe probe = link.probe();
      blocked(given.now(), probe);
      poll = atMillis(probe.poll());
    } catch (RedisUnavailable e) {
      lost = true;
      blockedDue = Instant.MIN;
      link.lost(given.now());
      opened.lost(given.now(), String.valueOf(e.getMessage()));
      given.report(StreamGap.lost(String.valueOf(e.getMessage())));
      return;
    }
    back(given);
    Instant begun = given.passing();
    views = history.look(poll);
    boolean last = !given.now().isBefore(given.window().deadline());
    Map<Name, List<Draft>> drafts = rules.check(views, last);
    long micros = poll.wallMicros() + Duration.between(begun, given.passing()).toNanos() / 1_000;
    Map<Name, EvidenceRef> refs = opened.write(poll, views, micros, link.takeNews());
    wallMicros.add(micros);
    commands += poll.commands();
    given.publish(poll);
    report(given, poll, drafts, refs);
    if (wallMicros.size() == 1) {
      Map<String, Object> document = StreamJson.fields(poll);
      Files0600.write(given.workspace().initialTopology(), Json.pretty(document) + "\n");
      Files0600.write(given.workspace().config("knowledge.json"), known() + "\n");
      map(given);
    }
  }

  /** What replay needs of the code. */
  private String known() {
    return Json.pretty(KnowledgeJson.of(knowledge, views.stream().map(StreamView::name).toList()));
  }

  private static StreamPoll atMillis(StreamPoll poll) {
    return new StreamPoll(
        poll.at().truncatedTo(ChronoUnit.MILLIS),
        poll.streams(),
        poll.gaps(),
        poll.commands(),
        poll.wallMicros());
  }

  /** Who waits for entries changes seldom and costs the server a walk over all connections. */
  private void blocked(Instant now, RedisProbe probe) throws RedisUnavailable {
    if (!now.isBefore(blockedDue)) {
      blockedDue = now.plus(TOPOLOGY);
      Set<String> waiting = probe.blockedReaders();
      history.blocked(waiting);
      link.blocked(waiting);
    }
  }

  private void back(AgentContext given) {
    link.works();
    boolean replaced = link.replaced();
    if (replaced) {
      history.reset();
    }
    if (lost) {
      lost = false;
      given.report(
          StreamGap.lost("answers again")
              .resolved(
                  replaced
                      ? "answers again, as another server process: what was known of its streams"
                          + " starts anew"
                      : "answers again"));
    }
  }

  private void report(
      AgentContext given,
      StreamPoll poll,
      Map<Name, List<Draft>> drafts,
      Map<Name, EvidenceRef> refs) {
    drafts.forEach(
        (stream, said) -> {
          EvidenceRef ref = refs.get(stream);
          for (Draft draft : said) {
            if (standing.say(draft)) {
              given.report(ref == null ? draft : draft.evidenceRef(ref));
            }
          }
        });
    for (Name name : history.vanished()) {
      standing.gone(name.display(), "the stream disappeared", given::report);
      given.report(StreamGap.vanished(name.display(), history.wasRead(name)));
    }
    for (String sentence : poll.gaps()) {
      Draft gap = StreamGap.unseen(sentence);
      standing.say(gap);
      given.report(gap);
    }
    standing.ended(Json.time(poll.at()), unsure(), given::report);
  }

  /** Streams that were not judged, or with a group whose lag this look could not tell. */
  private Set<String> unsure() {
    Set<String> unsure = new HashSet<>(rules.skipped());
    views.stream()
        .filter(v -> v.groups().stream().anyMatch(g -> unsure(g.now().lag())))
        .forEach(v -> unsure.add(v.name()));
    return unsure;
  }

  /** A bound on this side of the limit does not say that the lag is. */
  private boolean unsure(@Nullable Lag lag) {
    return lag == null
        || (!lag.exact()
            && !lag.surelyAbove(limits.lag())
            && (lag.value() > limits.lag() || lag.method().equals(Lag.AT_LEAST)));
  }

  /**
   * What {@code --json} says of the looks and of the newest one: {@code polls}, {@code streams}.
   * Only while no duty runs, such as after the session.
   */
  public Map<String, Object> summary() {
    return StreamSummary.of(views, wallMicros, commands);
  }

  private void map(AgentContext given) {
    Files0600.write(given.workspace().topology(), TopologyMap.text(views, given.feed().open()));
  }

  @Override
  public Map<String, Object> heartbeat() {
    Map<String, Object> beat = new LinkedHashMap<>();
    beat.put("streams", views.size());
    beat.put("polls", wallMicros.size());
    beat.put("connected", !lost);
    return beat;
  }

  @Override
  public void stop() {
    link.close();
    PollLog opened = log;
    if (opened != null) {
      opened.close();
    }
  }
}

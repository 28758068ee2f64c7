package io.streamsmonitor.agents.scout.synthesis;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.agents.RuleCatalogue;
import io.streamsmonitor.core.agent.Agent;
import io.streamsmonitor.core.agent.AgentContext;
import io.streamsmonitor.core.clock.VirtualClock;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.FindingJson;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.finding.Status;
import io.streamsmonitor.core.finding.Subject;
import io.streamsmonitor.core.fleet.ServiceSpec;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.session.OfflineSession;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A recorded session in short: its topology, the findings of the four agents, and the causes that
 * an engineer who knows the story names. Categories and severities come from the rules themselves,
 * so that a rule that is renamed breaks its scenarios.
 *
 * @param expected {@code rule entity} of each cause, the one to look at first first
 * @param accepted what may be said instead of any of these
 * @param besides what may be said as well
 */
record CausalScenario(
    String name,
    List<String> expected,
    List<String> accepted,
    List<String> besides,
    List<ServiceSpec> services,
    List<Finding> findings) {

  /** The lists of scenarios that are kept. */
  static final List<String> LISTS =
      List.of(
          "first.txt",
          "second.txt",
          "third.txt",
          "fourth.txt",
          "fifth.txt",
          "sixth.txt",
          "seventh.txt",
          "eighth.txt",
          "ninth.txt",
          "tenth.txt",
          "eleventh.txt");

  private static final Map<String, RuleInfo> RULES =
      RuleCatalogue.all().stream().collect(Collectors.toMap(RuleInfo::id, Function.identity()));

  private static final Synthesizer SYNTHESIZER =
      new Synthesizer(h -> Wiring.of(List.of(), List.of(), h));

  /** What the synthesis says of it: {@code rule entity}, by rank. */
  record Answer(List<String> causes, String journal) {}

  /** Every scenario of the list {@code causal/<name>}. */
  static List<CausalScenario> all(String name) {
    return lines("causal/" + name).stream().map(file -> read(lines("causal/" + file))).toList();
  }

  /** Every scenario of a folder, by name. */
  static List<CausalScenario> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".ndjson"))
          .sorted()
          .map(CausalScenario::of)
          .toList();
    }
  }

  private static CausalScenario of(Path file) {
    try {
      return read(Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(String resource) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    CausalScenario.class.getResourceAsStream("/" + resource), resource),
                StandardCharsets.UTF_8))) {
      return in.lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A few findings of a fleet, both written with single quotes. */
  static CausalScenario sketch(String fleet, String... findings) {
    return read(
        Stream.concat(Stream.of(fleet), Stream.of(findings))
            .map(line -> line.replace('\'', '"'))
            .toList());
  }

  static CausalScenario read(List<String> lines) {
    List<JsonNode> nodes = lines.stream().map(Json::tryRead).toList();
    JsonNode head = nodes.get(0);
    List<ServiceSpec> services = new ArrayList<>();
    head.path("services")
        .properties()
        .forEach(e -> services.add(service(e.getKey(), e.getValue())));
    Map<AgentId, Integer> numbers = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (JsonNode node : nodes.subList(1, nodes.size())) {
      AgentId agent = agent(node.path("rule").asText());
      findings.add(finding(node, agent, numbers.merge(agent, 1, Integer::sum)));
    }
    return new CausalScenario(
        head.path("scenario").asText(),
        texts(head.path("expect")),
        texts(head.path("accept")),
        texts(head.path("also")),
        services,
        findings);
  }

  private static ServiceSpec service(String name, JsonNode node) {
    ServiceSpec plain = ServiceSpec.of(name, List.of(), Path.of("."));
    return new ServiceSpec(
        name,
        List.of(),
        plain.workdir(),
        Map.of(),
        null,
        List.of(),
        0,
        null,
        List.of(),
        List.of(),
        texts(node.path("writes")),
        texts(node.path("reads")).stream()
            .map(read -> read.split("/", -1))
            .map(read -> new ServiceSpec.Consumption(read[0], read.length > 1 ? read[1] : name))
            .toList());
  }

  private static AgentId agent(String rule) {
    return switch (rule.substring(0, rule.indexOf('.'))) {
      case "log" -> AgentId.LOG_WATCHER;
      case "stream" -> AgentId.STREAM_ANALYST;
      case "config" -> AgentId.CONFIG_AUDITOR;
      case "code" -> AgentId.ENHANCEMENT_SCOUT;
      default -> AgentId.ORCHESTRATOR;
    };
  }

  private static Finding finding(JsonNode node, AgentId agent, int number) {
    RuleInfo rule = RULES.get(node.path("rule").asText());
    if (rule == null) {
      throw new IllegalArgumentException("no rule \"" + node.path("rule").asText() + "\"");
    }
    Instant at = VirtualClock.START.plusSeconds(node.path("at").asLong());
    Map<String, Object> details = new TreeMap<>();
    details.put("evidence", node.path("evidence").asText());
    details.put("hypothesis", node.path("hypothesis").asText());
    for (String list : List.of("messageIds", "affectedServices", "affectedStreams")) {
      details.put(list, texts(node.path(list)));
    }
    if (node.has("deliveries")) {
      details.put("metrics", Map.of("deliveryCount", node.path("deliveries").asLong()));
    }
    return new Finding(
        agent.name(),
        agent.prefix()
            + "-"
            + String.format(
                Locale.ROOT,
                "%03d",
                agent.equals(AgentId.ENHANCEMENT_SCOUT) ? 900 + number : number),
        rule.id(),
        rule.category(),
        node.has("severity") ? Severity.valueOf(node.path("severity").asText()) : rule.severity(),
        Status.OPEN,
        node.path("title").asText(rule.title()),
        new Subject(
            text(node, "service"), text(node, "stream"), text(node, "group"), null, null, ""),
        at,
        at,
        at,
        node.path("times").asLong(1),
        "f",
        null,
        List.of(),
        node.has("file")
            ? List.of(new Location(node.path("file").asText(), node.path("line").asInt(1)))
            : List.of(),
        List.of(),
        details);
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.path(field).isTextual() ? node.path(field).asText() : null;
  }

  private static List<String> texts(JsonNode array) {
    List<String> out = new ArrayList<>();
    array.forEach(n -> out.add(n.asText()));
    return out;
  }

  /** Runs the synthesis over the findings in a session of its own. */
  Answer answer(Path folder) {
    try (OfflineSession session =
        new OfflineSession(
            new Workspace(folder),
            VirtualClock.START.plusSeconds(600),
            Duration.ofSeconds(1),
            Redactor.NONE,
            List.of())) {
      session.start(() -> new Looker(SYNTHESIZER));
      List<Finding> causes =
          session.feed().all().stream()
              .filter(f -> f.ruleId().startsWith("cause."))
              .sorted(Comparator.comparing(f -> (Integer) f.details().get("rank")))
              .toList();
      return new Answer(
          causes.stream().map(CausalScenario::name).toList(),
          causes.stream().map(FindingJson::line).collect(Collectors.joining("\n")));
    }
  }

  private static String name(Finding cause) {
    String entity = cause.stream() == null ? cause.service() : cause.stream();
    return cause.ruleId() + " " + (entity == null ? "Redis" : entity);
  }

  /** Whether the cause it puts first is the one to look at first. */
  boolean rightTop(Answer answer) {
    return expected.isEmpty()
        ? answer.causes().isEmpty()
        : !answer.causes().isEmpty()
            && (answer.causes().get(0).equals(expected.get(0))
                || accepted.contains(answer.causes().get(0)));
  }

  /** What is said of it, beside what it is. */
  String verdict(Answer answer) {
    return name + ": " + answer.causes() + " for " + expected;
  }

  /** Right is who names every cause and nothing else. */
  boolean right(Answer answer) {
    List<String> said = answer.causes().stream().filter(c -> !besides.contains(c)).toList();
    return said.size() == expected.size()
        && said.stream().allMatch(c -> expected.contains(c) || accepted.contains(c));
  }

  private final class Looker implements Agent {
    private final Synthesizer synthesizer;

    Looker(Synthesizer synthesizer) {
      this.synthesizer = synthesizer;
    }

    @Override
    public AgentId id() {
      return AgentId.ENHANCEMENT_SCOUT;
    }

    @Override
    public void start(AgentContext context) {
      Wiring wiring = Wiring.of(services, List.of(), List.of());
      synthesizer.causes(findings, wiring).forEach(context::report);
    }
  }
}

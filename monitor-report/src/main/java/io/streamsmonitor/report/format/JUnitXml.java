package io.streamsmonitor.report.format;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.StreamRow;
import io.streamsmonitor.report.Verdict;
import io.streamsmonitor.report.text.Markup;
import io.streamsmonitor.report.text.Visible;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/**
 * JUnit XML: a suite of streams, and one an agent with a case for every rule and stream or service.
 * A finding of MEDIUM or worse fails its case; a milder one passes and is said.
 */
public final class JUnitXml {
  private static final int TEXT = 4000;
  private static final int SAID = 20;

  private JUnitXml() {}

  public static String of(SessionResult result) {
    return JsonText.text(out -> write(result, out));
  }

  static void write(SessionResult result, Writer out) throws IOException {
    JUnitCases cases = JUnitCases.of(result);
    Markup head = new Markup();
    head.own("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    head.open("testsuites", totals(result, cases)).newline();
    streams(result, head);
    out.write(head.toString());
    for (Map.Entry<String, Map<JUnitCases.Key, List<Finding>>> agent : cases.byAgent().entrySet()) {
      agent(agent.getKey(), agent.getValue(), cases, out);
    }
    Markup foot = new Markup();
    if (cases.left() > 0) {
      suite("cut", 1, 0, 1, foot);
      testcase("cut", cases.left() + " more cases that are quiet", foot);
      foot.empty("skipped", "message", "no finding in them; left out of this file");
      foot.close("testcase").close("testsuite").newline();
    }
    out.write(foot.close("testsuites").newline().toString());
  }

  private static void streams(SessionResult result, Markup xml) {
    long unknown = result.streams().stream().filter(s -> unknown(s, result)).count();
    suite("streams", result.streams().size(), sick(result), unknown, xml);
    for (StreamRow s : result.streams()) {
      testcase("streams", s.name() + " is healthy", xml);
      if (unknown(s, result)) {
        xml.empty("skipped", "message", "its state at shutdown is not known");
      } else if (s.status() != Verdict.HEALTHY) {
        String ids = String.join(", ", s.findings());
        xml.element("failure", ids, "type", s.status(), "message", String.valueOf(s.headline()));
      }
      xml.close("testcase").newline();
    }
    xml.close("testsuite").newline();
  }

  private static void agent(
      String agent, Map<JUnitCases.Key, List<Finding>> all, JUnitCases cases, Writer out)
      throws IOException {
    long bad = all.values().stream().filter(JUnitXml::fails).count();
    long skipped = skipped(all, cases);
    Markup open = new Markup();
    suite(agent, all.size(), bad, skipped, open);
    out.write(open.toString());
    for (Map.Entry<JUnitCases.Key, List<Finding>> entry : all.entrySet()) {
      Markup xml = new Markup();
      String rule = entry.getKey().rule();
      String name = rule + " " + entry.getKey().entity();
      testcase(agent + "." + rule, name, xml);
      if (!entry.getValue().isEmpty()) {
        findings(entry.getValue(), xml);
      } else if (cases.skipped(entry.getKey())) {
        xml.empty("skipped", "message", "what it is about was not seen in this session");
      }
      out.write(xml.close("testcase").newline().toString());
    }
    out.write("</testsuite>\n");
  }

  /** One element a case: readers of JUnit XML show only the first failure. */
  private static void findings(List<Finding> all, Markup xml) {
    Finding worst = all.get(0);
    StringBuilder said = new StringBuilder();
    for (Finding f : all.subList(0, Math.min(SAID, all.size()))) {
      said.append(f.severity()).append(' ').append(f.findingId()).append(' ').append(f.title());
      said.append('\n').append(f.evidence()).append('\n').append(f.text("recommendation"));
      said.append('\n');
    }
    if (all.size() > SAID) {
      said.append(all.size() - SAID).append(" more in all-findings.json\n");
    }
    String body = Visible.cut(said.toString(), TEXT);
    if (fails(all)) {
      String more = all.size() == 1 ? "" : " (and " + (all.size() - 1) + " more)";
      xml.element("failure", body, "type", worst.severity(), "message", worst.title() + more);
    } else {
      xml.element("system-out", body);
    }
  }

  private static long sick(SessionResult result) {
    return result.streams().stream()
        .filter(s -> s.status() != Verdict.HEALTHY && !unknown(s, result))
        .count();
  }

  /** Without a finding, and without a look at the end. */
  private static boolean unknown(StreamRow s, SessionResult result) {
    return s.status() == Verdict.HEALTHY && !result.streamsKnown();
  }

  private static long skipped(Map<JUnitCases.Key, List<Finding>> all, JUnitCases cases) {
    return all.entrySet().stream()
        .filter(e -> e.getValue().isEmpty() && cases.skipped(e.getKey()))
        .count();
  }

  private static Object[] totals(SessionResult result, JUnitCases cases) {
    long tests = result.streams().size() + (cases.left() > 0 ? 1 : 0);
    long failures = sick(result);
    for (Map<JUnitCases.Key, List<Finding>> all : cases.byAgent().values()) {
      tests += all.size();
      failures += all.values().stream().filter(JUnitXml::fails).count();
    }
    return new Object[] {
      "name", "Streams Monitor " + result.id(), "tests", tests, "failures", failures, "errors", 0
    };
  }

  /** Readers that follow the schema want a time; a rule takes none worth telling. */
  private static void testcase(String classname, String name, Markup xml) {
    xml.open("testcase", "classname", classname, "name", name, "time", 0);
  }

  private static void suite(String name, long tests, long failures, long skipped, Markup xml) {
    xml.open(
        "testsuite",
        "name",
        name,
        "tests",
        tests,
        "failures",
        failures,
        "errors",
        0,
        "skipped",
        skipped);
    xml.newline();
  }

  private static boolean fails(List<Finding> findings) {
    return findings.stream().anyMatch(f -> f.severity().atLeast(Severity.MEDIUM));
  }
}

package io.streamsmonitor.report.format;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.StreamRow;
import io.streamsmonitor.report.Verdict;
import io.streamsmonitor.report.text.Markup;
import io.streamsmonitor.report.text.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JUnit XML: a suite of streams, and one an agent. A stream is a test case that passes when it is
 * healthy; a finding of MEDIUM or worse is one that fails, a milder one passes.
 */
public final class JUnitXml {
  private static final int TEXT = 4000;

  private JUnitXml() {}

  public static String of(SessionResult result) {
    Markup xml = new Markup();
    xml.own("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.open("testsuites", "name", "Streams Monitor " + result.id()).newline();
    streams(result, xml);
    Map<String, List<Finding>> byAgent = new TreeMap<>();
    for (Finding f : result.open()) {
      byAgent.computeIfAbsent(f.agentId(), k -> new ArrayList<>()).add(f);
    }
    byAgent.forEach((agent, findings) -> agent(agent, findings, xml));
    return xml.close("testsuites").newline().toString();
  }

  private static void streams(SessionResult result, Markup xml) {
    long sick = result.streams().stream().filter(s -> s.status() != Verdict.HEALTHY).count();
    suite("streams", result.streams().size(), sick, xml);
    for (StreamRow s : result.streams()) {
      xml.open("testcase", "classname", "streams", "name", s.name() + " is healthy");
      if (s.status() != Verdict.HEALTHY) {
        String ids = String.join(", ", s.findings());
        xml.element("failure", ids, "type", s.status(), "message", String.valueOf(s.headline()));
      }
      xml.close("testcase").newline();
    }
    xml.close("testsuite").newline();
  }

  private static void agent(String agent, List<Finding> findings, Markup xml) {
    long bad = findings.stream().filter(JUnitXml::fails).count();
    suite(agent, findings.size(), bad, xml);
    for (Finding f : findings) {
      String name = f.ruleId() + " " + entity(f) + " [" + f.findingId() + "]";
      xml.open("testcase", "classname", agent + "." + f.ruleId(), "name", name);
      String body = Visible.cut(f.evidence() + "\n" + f.text("recommendation"), TEXT);
      if (fails(f)) {
        xml.element("failure", body, "type", f.severity(), "message", f.title());
      } else {
        xml.element("system-out", f.severity() + " " + f.title());
      }
      xml.close("testcase").newline();
    }
    xml.close("testsuite").newline();
  }

  private static void suite(String name, long tests, long failures, Markup xml) {
    xml.open("testsuite", "name", name, "tests", tests, "failures", failures, "errors", 0);
    xml.newline();
  }

  private static boolean fails(Finding f) {
    return f.severity().atLeast(Severity.MEDIUM);
  }

  private static String entity(Finding f) {
    String stream = f.stream();
    String service = f.service();
    return stream != null ? stream : service != null ? service : "session";
  }
}

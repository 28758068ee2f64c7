package io.streamsmonitor.agents.config.docs;

import io.streamsmonitor.agents.config.docs.DocTable.Heading;
import io.streamsmonitor.agents.config.docs.DocTable.Row;
import io.streamsmonitor.agents.config.read.TextFile;
import io.streamsmonitor.core.finding.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads headings, tables, ticked words and fenced blocks; prose is not looked at. */
final class MarkdownReader {
  private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)#*\\s*");
  private static final Pattern RULE =
      Pattern.compile("\\s*\\|?(?:\\s*:?-+:?\\s*\\|)*\\s*:?-+:?\\s*\\|?\\s*");
  private static final Pattern TICKED = Pattern.compile("`([^`]+)`");
  private static final Pattern TOKEN = Pattern.compile("[\\w][\\w:./{}*-]*");
  private static final Pattern ABOUT_STREAMS =
      Pattern.compile("(?i).*\\b(?:streams?|topics?|channels?|queues?|events?|redis|keys?)\\b.*");

  private final TextFile file;
  private final List<String> lines;
  private final List<DocTable> tables = new ArrayList<>();
  private final List<Heading> headings = new ArrayList<>();
  private final List<DocWord> words = new ArrayList<>();
  private final List<Heading> open = new ArrayList<>();
  private boolean aside;

  private MarkdownReader(TextFile file) {
    this.file = file;
    this.lines = file.lines();
  }

  static DocPage read(TextFile file, String service) {
    MarkdownReader reader = new MarkdownReader(file);
    reader.read();
    return new DocPage(
        file.relative(), service, reader.tables, reader.headings, reader.words, file.text());
  }

  private void read() {
    boolean fenced = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String bare = line.strip();
      if (bare.startsWith("```") || bare.startsWith("~~~")) {
        fenced = !fenced;
      } else if (fenced) {
        words(TOKEN, 0, line, i);
      } else {
        Matcher heading = HEADING.matcher(bare);
        if (heading.matches()) {
          heading(new Heading(i + 1, heading.group(1).length(), heading.group(2)));
        }
        words(TICKED, 1, line, i);
        boolean table = line.contains("|") && i + 1 < lines.size();
        if (table && lines.get(i + 1).contains("-") && RULE.matcher(lines.get(i + 1)).matches()) {
          i = table(i);
        }
      }
    }
  }

  private void heading(Heading heading) {
    open.removeIf(h -> h.level() >= heading.level());
    open.add(0, heading);
    headings.add(heading);
    words(TOKEN, 0, heading.text(), heading.line() - 1);
  }

  /** Reads the table whose header is this line; says which line is its last. */
  private int table(int start) {
    List<Row> rows = new ArrayList<>();
    aside = !aboutStreams(cells(lines.get(start)));
    int i = start + 2;
    while (i < lines.size() && lines.get(i).contains("|")) {
      List<String> cells = cells(lines.get(i));
      rows.add(new Row(i + 1, cells));
      for (String cell : cells) {
        words(TICKED, 1, cell, i);
        words.add(new DocWord(DocTable.plain(cell), at(i), aside));
      }
      i++;
    }
    aside = false;
    tables.add(new DocTable(cells(lines.get(start)), rows, List.copyOf(open), start + 1));
    return i - 1;
  }

  /** By its header, or by the heading right above it. */
  private boolean aboutStreams(List<String> header) {
    return header.stream().anyMatch(h -> ABOUT_STREAMS.matcher(h).matches())
        || (!open.isEmpty() && ABOUT_STREAMS.matcher(open.get(0).text()).matches());
  }

  private static List<String> cells(String line) {
    String bare = line.strip();
    String inner = bare.startsWith("|") ? bare.substring(1) : bare;
    String whole = inner.endsWith("|") ? inner.substring(0, inner.length() - 1) : inner;
    return Arrays.stream(whole.split("(?<!\\\\)\\|", -1)).map(String::strip).toList();
  }

  private void words(Pattern pattern, int group, String line, int index) {
    Matcher matcher = pattern.matcher(line);
    while (matcher.find()) {
      words.add(new DocWord(matcher.group(group).strip(), at(index), aside));
    }
  }

  private Location at(int index) {
    return new Location(file.relative(), index + 1);
  }
}

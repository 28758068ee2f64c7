package io.streamsmonitor.report.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * OpenMetrics text as its specification has it, read strictly: anything it does not allow throws.
 *
 * @param families names in their order
 * @param series name and labels of each sample, unescaped
 */
record ParsedMetrics(List<String> families, List<String> series) {
  private static final Pattern META =
      Pattern.compile("# (TYPE|UNIT|HELP) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.*)");
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(.*)})? (-?\\d+(?:\\.\\d+)?)");
  private static final Set<String> TYPES = Set.of("gauge", "counter", "info", "stateset");

  static ParsedMetrics of(String text) {
    if (!text.endsWith("\n# EOF\n")) {
      throw new IllegalArgumentException("does not end with # EOF");
    }
    List<String> families = new ArrayList<>();
    List<String> series = new ArrayList<>();
    Set<String> meta = new HashSet<>();
    String family = "";
    String type = "";
    String[] lines = text.substring(0, text.length() - "# EOF\n".length()).split("\n", -1);
    for (String line : List.of(lines).subList(0, lines.length - 1)) {
      Matcher about = META.matcher(line);
      Matcher sample = SAMPLE.matcher(line);
      if (about.matches()) {
        if (!about.group(2).equals(family)) {
          family = about.group(2);
          type = "";
          require(!families.contains(family), "family twice: " + line);
          families.add(family);
        }
        require(meta.add(about.group(1) + family), "said twice: " + line);
        require(series.stream().noneMatch(family::equals), "metadata after samples: " + line);
        String said = about.group(3);
        if (about.group(1).equals("TYPE")) {
          require(TYPES.contains(said), "unknown type: " + line);
          type = said;
        } else if (about.group(1).equals("UNIT")) {
          require(family.endsWith("_" + said), "the name lacks its unit: " + line);
        } else {
          unescaped(said);
        }
      } else if (sample.matches()) {
        String name = sample.group(1);
        require(name.equals(type.equals("counter") ? family + "_total" : family), line);
        String labels = sample.group(3) == null ? "" : labels(sample.group(3));
        require(!series.contains(name + labels), "series twice: " + line);
        series.add(name + labels);
      } else {
        throw new IllegalArgumentException("neither metadata nor sample: " + line);
      }
    }
    return new ParsedMetrics(families, series);
  }

  private static String labels(String text) {
    StringBuilder out = new StringBuilder("{");
    Set<String> names = new HashSet<>();
    Matcher label =
        Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*+)\"(,|$)").matcher(text);
    int from = 0;
    while (from < text.length()) {
      require(label.find(from) && label.start() == from, "no label: " + text);
      require(names.add(label.group(1)), "label twice: " + text);
      out.append(label.group(1)).append('=').append(unescaped(label.group(2))).append(';');
      from = label.end();
    }
    return out.append('}').toString();
  }

  private static String unescaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
        require(i < text.length() && "\\\"n".indexOf(text.charAt(i)) >= 0, "escape: " + text);
        out.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }
}

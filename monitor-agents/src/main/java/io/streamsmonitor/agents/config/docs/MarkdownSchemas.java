package io.streamsmonitor.agents.config.docs;

import io.streamsmonitor.agents.config.docs.DocTable.Heading;
import io.streamsmonitor.agents.config.docs.DocTable.Row;
import io.streamsmonitor.core.finding.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tables of fields under a heading, or on a page, that names a stream. */
final class MarkdownSchemas {
  private static final Set<String> FIELD =
      Set.of("field", "fields", "field name", "property", "attribute");
  private static final List<String> BESIDE =
      List.of("type", "meaning", "description", "required", "example", "format", "value", "notes");
  private static final Pattern STREAM_HEADING =
      Pattern.compile("(?i).*\\b(?:stream|topic|channel|queue)s?\\b.*");
  private static final Pattern TICKED = Pattern.compile("`([^`]+)`");
  private static final Pattern WORD = Pattern.compile("[\\w][\\w:./-]*");
  private static final Pattern VERSIONED =
      Pattern.compile("(?i)schema[-_ ]?version|\\bversion\\b|\\bv\\d+(?:\\.\\d+)*\\b");

  private MarkdownSchemas() {}

  static List<StreamSchema> of(DocPage page, Predicate<String> known) {
    List<StreamSchema> out = new ArrayList<>();
    for (DocTable table : page.tables()) {
      Set<String> fields = fields(table);
      String stream = fields.isEmpty() ? "" : stream(page, table, known);
      if (!stream.isEmpty()) {
        boolean versioned = VERSIONED.matcher(page.text()).find();
        out.add(
            new StreamSchema(stream, fields, versioned, new Location(page.file(), table.line())));
      }
    }
    return out;
  }

  private static Set<String> fields(DocTable table) {
    Set<String> fields = new TreeSet<>();
    String first = table.header().isEmpty() ? "" : table.header().get(0);
    boolean named =
        (first.equals("name") || first.equals("key")) && table.header().contains("type");
    if ((FIELD.contains(first) && table.column(BESIDE) > 0) || named) {
      for (Row row : table.rows()) {
        String name = DocTable.plain(row.cell(0)).split("[.\\[ (]", 2)[0];
        if (!name.isEmpty()) {
          fields.add(name);
        }
      }
    }
    return fields;
  }

  private static String stream(DocPage page, DocTable table, Predicate<String> known) {
    for (Heading heading : table.headings()) {
      String name = named(heading.text(), known);
      if (!name.isEmpty()) {
        return name;
      }
    }
    String file = page.file().substring(page.file().lastIndexOf('/') + 1);
    String base = file.replaceFirst("\\.[^.]*$", "");
    return known.test(base) ? base : "";
  }

  /** The stream that the heading names: a ticked word beside "stream", or a known name. */
  static String named(String heading, Predicate<String> known) {
    Matcher ticked = TICKED.matcher(heading);
    boolean about = STREAM_HEADING.matcher(heading).matches();
    while (ticked.find()) {
      if (about || known.test(ticked.group(1))) {
        return ticked.group(1);
      }
    }
    Matcher word = WORD.matcher(heading);
    while (word.find()) {
      String name = word.group();
      if (known.test(name) || known.test(name.toLowerCase(Locale.ROOT))) {
        return known.test(name) ? name : name.toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }
}

package io.streamsmonitor.agents.config.docs;

import io.streamsmonitor.agents.config.declare.Declaration;
import io.streamsmonitor.agents.config.declare.Names;
import io.streamsmonitor.agents.config.declare.Origin;
import io.streamsmonitor.agents.config.declare.Role;
import io.streamsmonitor.agents.config.docs.DocTable.Heading;
import io.streamsmonitor.agents.config.docs.DocTable.Row;
import io.streamsmonitor.core.finding.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Streams and groups that tables and headings of a page declare. */
final class DocDeclarations {
  private static final List<String> STREAM =
      List.of(
          "stream",
          "streams",
          "stream name",
          "stream key",
          "redis stream",
          "topic",
          "channel",
          "queue");
  private static final List<String> GROUP =
      List.of("group", "consumer group", "consumer groups", "group name", "groups");
  private static final List<String> DIRECTION =
      List.of("direction", "role", "access", "operation", "mode", "usage");
  private static final List<String> SERVICE = List.of("service", "component", "application", "app");
  private static final List<String> PRODUCER =
      List.of(
          "producer",
          "producers",
          "publisher",
          "publishers",
          "published by",
          "written by",
          "writer");
  private static final List<String> CONSUMER =
      List.of(
          "consumer", "consumers", "consumed by", "read by", "reader", "readers", "subscribers");
  private static final Pattern OUT =
      Pattern.compile("(?i).*\\b(?:publish|produc|writ|out|send|emit).*");
  private static final Pattern IN =
      Pattern.compile("(?i).*\\b(?:consum|subscri|read|in|receiv|listen).*");

  private final DocPage page;
  private final Predicate<String> service;
  private final Predicate<String> known;
  private final List<Declaration> out = new ArrayList<>();

  private DocDeclarations(DocPage page, Predicate<String> service, Predicate<String> known) {
    this.page = page;
    this.service = service;
    this.known = known;
  }

  static List<Declaration> of(DocPage page, Predicate<String> service, Predicate<String> known) {
    DocDeclarations declarations = new DocDeclarations(page, service, known);
    for (Heading heading : page.headings()) {
      declarations.heading(heading);
    }
    page.tables().forEach(declarations::table);
    return declarations.out;
  }

  private void heading(Heading heading) {
    boolean ticked = heading.text().contains("`");
    String name = ticked ? MarkdownSchemas.named(heading.text(), known) : "";
    if (Names.plausible(name)) {
      add("", name, "", Role.NAMES, heading.line());
    }
  }

  private void table(DocTable table) {
    int stream = table.column(STREAM);
    if (stream >= 0) {
      table.rows().forEach(row -> row(table, row, stream));
      return;
    }
    for (Heading heading : table.headings()) {
      String name = MarkdownSchemas.named(heading.text(), known);
      if (!name.isEmpty()) {
        table.rows().forEach(row -> pair(name, row));
        return;
      }
    }
  }

  /** A row of a table that has a column of streams. */
  private void row(DocTable table, Row row, int column) {
    int own = table.column(SERVICE);
    String user = own < 0 ? page.service() : DocTable.plain(row.cell(own));
    String direction = row.cell(table.column(DIRECTION));
    int consumers = table.column(CONSUMER);
    for (String name : names(row.cell(column))) {
      List<String> groups = names(row.cell(table.column(GROUP)));
      Role role = role(direction, groups.isEmpty() ? Role.NAMES : Role.CONSUMES);
      // A table of who writes and who reads: the group is one of the readers', nobody says whose.
      String reader = own < 0 && consumers >= 0 ? "" : user;
      groups.forEach(group -> add(reader, name, group, role, row.line()));
      if (groups.isEmpty()) {
        add(reader, name, "", role, row.line());
      }
      services(row.cell(table.column(PRODUCER)), name, Role.PUBLISHES, row.line());
      services(row.cell(consumers), name, Role.CONSUMES, row.line());
      matrix(table, row, name);
    }
  }

  /** Columns headed by services, cells such as "writes". */
  private void matrix(DocTable table, Row row, String stream) {
    for (int i = 0; i < table.header().size(); i++) {
      Role role = role(row.cell(i), Role.NAMES);
      if (service.test(table.header().get(i)) && role != Role.NAMES) {
        add(table.header().get(i), stream, "", role, row.line());
      }
    }
  }

  /** A row such as "Published by | orders" under the stream's heading. */
  private void pair(String stream, Row row) {
    String key = DocTable.plain(row.cell(0)).toLowerCase(Locale.ROOT);
    if (PRODUCER.contains(key)) {
      services(row.cell(1), stream, Role.PUBLISHES, row.line());
    } else if (CONSUMER.contains(key)) {
      services(row.cell(1), stream, Role.CONSUMES, row.line());
    } else if (GROUP.contains(key)) {
      names(row.cell(1)).forEach(group -> add("", stream, group, Role.CONSUMES, row.line()));
    }
  }

  private void services(String cell, String stream, Role role, int line) {
    names(cell).stream().filter(service).forEach(s -> add(s, stream, "", role, line));
  }

  private static Role role(String text, Role otherwise) {
    if (OUT.matcher(text).matches()) {
      return IN.matcher(text).matches() ? Role.NAMES : Role.PUBLISHES;
    }
    return IN.matcher(text).matches() ? Role.CONSUMES : otherwise;
  }

  private static List<String> names(String cell) {
    return Arrays.stream(DocTable.plain(cell).split(",|<br>|\\s+and\\s+|;", -1))
        .map(String::strip)
        .filter(Names::plausible)
        .toList();
  }

  private void add(String user, String stream, String group, Role role, int line) {
    Location at = new Location(page.file(), line);
    out.add(new Declaration(user, stream, group, role, Origin.DOCS, "", true, at));
  }
}

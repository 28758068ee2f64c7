package io.streamsmonitor.agents.config.docs;

import io.streamsmonitor.agents.config.declare.Declaration;
import io.streamsmonitor.agents.config.declare.Origin;
import io.streamsmonitor.agents.config.declare.Role;
import io.streamsmonitor.agents.config.read.ConfigSources;
import io.streamsmonitor.agents.config.read.Page;
import io.streamsmonitor.agents.config.read.SchemaFile;
import io.streamsmonitor.core.finding.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Everything the documents of a fleet say. */
public final class Docs {
  private final List<DocPage> pages;
  private final List<SchemaFile> schemas;
  private final Map<String, Location> words = new LinkedHashMap<>();
  private final Set<String> presented = new HashSet<>();

  private Docs(List<DocPage> pages, List<SchemaFile> schemas) {
    this.pages = pages;
    this.schemas = schemas;
    for (DocPage page : pages) {
      page.words().forEach(word -> words.putIfAbsent(word.text(), word.at()));
      page.words().stream().filter(w -> !w.aside()).forEach(w -> presented.add(w.text()));
    }
    for (SchemaFile schema : schemas) {
      for (String channel : ApiSchemas.channels(schema)) {
        words.putIfAbsent(channel, new Location(schema.file(), 1));
        presented.add(channel);
      }
    }
  }

  /** Reads the pages; schemas among the configuration belong to the documents. */
  public static Docs read(List<Page> files, ConfigSources config) {
    List<DocPage> pages =
        files.stream().map(p -> MarkdownReader.read(p.file(), p.service())).toList();
    return new Docs(pages, config.schemas());
  }

  public List<DocPage> pages() {
    return pages;
  }

  public boolean isEmpty() {
    return pages.isEmpty() && schemas.isEmpty();
  }

  /** Where the name is first marked as code. */
  public Optional<Location> mention(String name) {
    return Optional.ofNullable(words.get(name));
  }

  /** Whether a place that is about streams names it; a table of other things is no such place. */
  public boolean presents(String name) {
    return presented.contains(name);
  }

  /**
   * What tables, headings and AsyncAPI channels declare.
   *
   * @param service whether a word is the name of a service
   * @param known whether a word is the name of a stream, as far as code, configuration or Redis say
   */
  public List<Declaration> declarations(Predicate<String> service, Predicate<String> known) {
    List<Declaration> out = new ArrayList<>();
    pages.forEach(page -> out.addAll(DocDeclarations.of(page, service, known)));
    for (SchemaFile schema : schemas) {
      for (String channel : ApiSchemas.channels(schema)) {
        Location at = new Location(schema.file(), 1);
        out.add(new Declaration("", channel, "", Role.NAMES, Origin.DOCS, "channels", true, at));
      }
    }
    return out;
  }

  /** The documented messages; several places that describe one stream count together. */
  public Map<String, StreamSchema> schemas(Predicate<String> known) {
    Map<String, StreamSchema> out = new LinkedHashMap<>();
    pages.forEach(page -> MarkdownSchemas.of(page, known).forEach(s -> add(s, out)));
    schemas.forEach(file -> ApiSchemas.of(file, known).forEach(s -> add(s, out)));
    return out;
  }

  private static void add(StreamSchema schema, Map<String, StreamSchema> out) {
    out.merge(
        schema.stream(),
        schema,
        (a, b) -> {
          Set<String> fields = new TreeSet<>(a.fields());
          fields.addAll(b.fields());
          return new StreamSchema(a.stream(), fields, a.versioned() || b.versioned(), a.at());
        });
  }
}

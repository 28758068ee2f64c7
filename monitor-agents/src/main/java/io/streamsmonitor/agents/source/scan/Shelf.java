package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.SourceReader;
import io.streamsmonitor.agents.source.code.TypeFacts;
import io.streamsmonitor.agents.source.script.Modules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Every file of a scan: parsed at once, parsed when asked for, or not at all. */
final class Shelf {
  private static final int ROUNDS = 2;

  /** A type that more files use is a base of everything; its users are not followed. */
  private static final int MOST_USERS = 100;

  private final Crew crew;
  private final FactStore store;
  private final List<Source> sources;
  private List<Reading> readings = new ArrayList<>();
  private final Map<String, List<Integer>> byType = new HashMap<>();
  private @Nullable SourceReader late;

  Shelf(List<Source> sources, Crew crew, FactStore store) {
    this.store = store;
    this.sources = sources;
    this.crew = crew;
  }

  /** Parses what has words of interest, then what makes or calls the types that work on streams. */
  void readAll() {
    readings =
        crew.map(
            sources,
            () -> {
              SourceReader reader = SourceScanner.reader();
              return source -> first(Reading.open(source), reader);
            });
    for (int i = 0; i < sources.size(); i++) {
      byType.computeIfAbsent(sources.get(i).typeName(), k -> new ArrayList<>()).add(i);
    }
    Set<String> known = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      Set<String> words = connected();
      words.removeAll(known);
      known.addAll(words);
      readUsersOf(words);
      imported();
    }
  }

  /** Parses what mentions one of the types, unless half the sources do: then it says nothing. */
  private void readUsersOf(Set<String> types) {
    List<Set<String>> mentions =
        crew.map(readings, () -> r -> isOpen(r) ? Prefilter.mentioned(textOf(r), types) : Set.of());
    Map<String, Integer> uses = new HashMap<>();
    mentions.forEach(found -> found.forEach(w -> uses.merge(w, 1, Integer::sum)));
    List<Integer> all = IntStream.range(0, readings.size()).boxed().toList();
    readings =
        crew.map(
            all,
            () -> {
              SourceReader reader = SourceScanner.reader();
              return i -> {
                boolean wanted =
                    mentions.get(i).stream().anyMatch(w -> uses.getOrDefault(w, 0) <= MOST_USERS);
                return wanted ? readings.get(i).parsed(reader, store) : readings.get(i);
              };
            });
  }

  /** Scripts name the files that they import: constants come from there. */
  private void imported() {
    for (CodeFile file : code()) {
      if (Modules.isScript(file.path())) {
        file.imports().stream().map(i -> i.split("\\.", 2)[0]).distinct().forEach(this::demand);
      }
    }
  }

  private static boolean isOpen(Reading r) {
    return r.waits() && !TestCode.is(r.source().path());
  }

  private static String textOf(Reading r) {
    String text = r.text();
    return text == null ? "" : text;
  }

  private Reading first(Reading opened, SourceReader reader) {
    String text = opened.text();
    if (text == null) {
      return opened;
    }
    boolean judged = !TestCode.is(opened.source().path());
    return judged && (Prefilter.hasStreams(text) || worth(opened.source().path(), text))
        ? opened.parsed(reader, store)
        : opened;
  }

  private static boolean worth(String path, String text) {
    return Prefilter.isOfInterest(text) || ScriptWords.areIn(path, text);
  }

  /** Names of the types that work on streams or read the environment. */
  private Set<String> connected() {
    Set<String> out = new HashSet<>();
    for (CodeFile file : code()) {
      for (TypeFacts type : file.types()) {
        boolean works = type.methods().stream().anyMatch(Shelf::works);
        if (works && !file.test()) {
          out.add(type.name());
          out.addAll(type.supers());
        }
      }
    }
    return out;
  }

  private static boolean works(MethodFacts m) {
    return m.words().stream().anyMatch(w -> w.equals("getenv") || Prefilter.hasStreams(w));
  }

  /** What was parsed so far, in the order of the paths. */
  List<CodeFile> code() {
    return readings.stream().map(Reading::code).filter(Objects::nonNull).toList();
  }

  /** Parses the files, not parsed yet, that declare a type of the name. */
  List<CodeFile> demand(String type) {
    List<CodeFile> out = new ArrayList<>();
    for (int i : byType.getOrDefault(type, List.of())) {
      if (readings.get(i).waits()) {
        SourceReader reader = late == null ? SourceScanner.reader() : late;
        late = reader;
        Reading read = readings.get(i).parsed(reader, store);
        readings.set(i, read);
        if (read.code() != null) {
          out.add(read.code());
        }
      }
    }
    return out;
  }

  List<String> gaps() {
    return readings.stream()
        .filter(r -> r.gap() != null)
        .map(r -> r.source().path() + ": " + r.gap())
        .toList();
  }

  CodeFacts.Counts counts() {
    int failed = gaps().size();
    return new CodeFacts.Counts(sources.size(), sources.size() - failed, code().size(), failed);
  }
}

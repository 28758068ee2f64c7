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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every file of a scan: parsed at once, parsed when asked for, or not at all. */
final class Shelf {
  private static final int ROUNDS = 2;

  private final Crew crew;
  private final List<Source> sources;
  private List<Reading> readings = new ArrayList<>();
  private final Map<String, List<Integer>> byType = new HashMap<>();
  private @Nullable SourceReader late;

  Shelf(List<Source> sources, Crew crew) {
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
      Set<String> words = connected(round);
      words.removeAll(known);
      known.addAll(words);
      readings = crew.map(readings, () -> users(words));
      imported();
    }
  }

  /** Scripts name the files that they import: constants come from there. */
  private void imported() {
    for (CodeFile file : code()) {
      if (Modules.isScript(file.path())) {
        file.imports().stream().map(i -> i.split("\\.", 2)[0]).distinct().forEach(this::demand);
      }
    }
  }

  private static Reading first(Reading opened, SourceReader reader) {
    String text = opened.text();
    if (text == null) {
      return opened;
    }
    boolean streams = Prefilter.hasStreams(text);
    boolean test = TestCode.is(opened.source().path());
    return streams || (!test && worth(opened.source().path(), text))
        ? opened.parsed(reader)
        : opened;
  }

  private static boolean worth(String path, String text) {
    return Prefilter.isOfInterest(text) || ScriptWords.areIn(path, text);
  }

  private static Function<Reading, Reading> users(Set<String> words) {
    SourceReader reader = SourceScanner.reader();
    return r -> {
      String text = r.text();
      boolean test = TestCode.is(r.source().path());
      return text != null && r.waits() && !test && Prefilter.mentions(text, words)
          ? r.parsed(reader)
          : r;
    };
  }

  /** Names of the types that work on streams or read the environment. */
  private Set<String> connected(int round) {
    Set<String> out = new HashSet<>();
    for (CodeFile file : code()) {
      for (TypeFacts type : file.types()) {
        boolean works = type.methods().stream().anyMatch(Shelf::works);
        if (works && !file.test() && round >= 0) {
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
        Reading read = readings.get(i).parsed(reader);
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

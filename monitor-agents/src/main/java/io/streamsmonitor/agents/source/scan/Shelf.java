package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.SourceReader;
import io.streamsmonitor.agents.source.code.TypeFacts;
import io.streamsmonitor.agents.source.script.Modules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
  private final Map<String, Boolean> meanings = new HashMap<>();
  private final Map<Integer, FutureTask<Reading>> begun = new HashMap<>();
  private final ThreadLocal<SourceReader> readers = ThreadLocal.withInitial(SourceScanner::reader);
  private final ReadAhead ahead;

  Shelf(List<Source> sources, Crew crew, FactStore store) {
    this.store = store;
    this.sources = sources;
    this.crew = crew;
    this.ahead = new ReadAhead(crew.size());
  }

  /** Parses what has words of interest, then what makes or calls the types that work on streams. */
  void readAll() {
    readings =
        crew.map(
            largestFirst(),
            () -> {
              SourceReader reader = SourceScanner.reader();
              return source -> Reading.open(source, reader, store);
            });
    readings.sort(Comparator.comparing(r -> r.source().path()));
    for (int i = 0; i < sources.size(); i++) {
      byType.computeIfAbsent(sources.get(i).typeName(), k -> new ArrayList<>()).add(i);
    }
    Set<String> known = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      Set<String> words = connected();
      words.removeAll(known);
      known.addAll(words);
      readUsersOf(Words.of(words));
      imported();
    }
    readAhead();
  }

  /** What code on streams names is likely to be asked for. */
  private void readAhead() {
    Map<Integer, List<Integer>> types = new HashMap<>();
    byType.forEach((type, all) -> types.merge(Words.hash(type), all, Shelf::joined));
    for (Reading reading : readings) {
      if (reading.code() != null && reading.glance().works()) {
        for (int word : reading.glance().words().numbers()) {
          types.getOrDefault(word, List.of()).stream()
              .filter(i -> readings.get(i).waits() && !begun.containsKey(i))
              .forEach(i -> ahead.begin(task(i)));
        }
      }
    }
  }

  private static List<Integer> joined(List<Integer> some, List<Integer> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private FutureTask<Reading> task(int i) {
    return begun.computeIfAbsent(
        i, n -> new FutureTask<>(() -> readings.get(n).parsed(readers.get(), store)));
  }

  /** Nothing more is likely to be asked for. */
  void rest() {
    ahead.rest();
  }

  /** Parses all the others too, as if every word were of interest: the same must come of it. */
  void readEverything() {
    List<Reading> all =
        crew.map(
            readings,
            () -> {
              SourceReader reader = SourceScanner.reader();
              return r -> r.waits() && !r.source().test() ? r.parsed(reader, store) : r;
            });
    readings = all;
  }

  /** So that no thread is left alone at the end with the largest of all. */
  private List<Source> largestFirst() {
    return sources.stream()
        .sorted(Comparator.comparingLong((Source s) -> s.stamp().size()).reversed())
        .toList();
  }

  /** Parses what mentions one of the types, unless half the sources do: then it says nothing. */
  private void readUsersOf(Words types) {
    Map<Integer, List<Integer>> users = new TreeMap<>();
    for (int i = 0; i < readings.size(); i++) {
      if (readings.get(i).waits()) {
        for (int word : readings.get(i).glance().words().shared(types)) {
          users.computeIfAbsent(word, k -> new ArrayList<>()).add(i);
        }
      }
    }
    List<Integer> wanted =
        users.values().stream()
            .filter(all -> all.size() <= MOST_USERS)
            .flatMap(List::stream)
            .distinct()
            .sorted()
            .toList();
    List<Reading> read =
        crew.map(
            wanted,
            () -> {
              SourceReader reader = SourceScanner.reader();
              return i -> readings.get(i).parsed(reader, store);
            });
    for (int i = 0; i < wanted.size(); i++) {
      readings.set(wanted.get(i), read.get(i));
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

  /** Names of the types that work on streams or read the environment. */
  private Set<String> connected() {
    Set<String> out = new HashSet<>();
    for (Reading reading : readings) {
      CodeFile file = reading.code();
      if (file != null && reading.glance().works() && !file.test()) {
        for (TypeFacts type : file.types()) {
          if (type.methods().stream().anyMatch(this::works)) {
            out.add(type.name());
            out.addAll(type.supers());
          }
        }
      }
    }
    return out;
  }

  private boolean works(MethodFacts m) {
    Predicate<String> works = w -> meanings.computeIfAbsent(w, Prefilter::works);
    return m.mentionsLike(works) && m.words().stream().anyMatch(works);
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
        Reading read = ahead.result(task(i));
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
    return new CodeFacts.Counts(
        sources.size(),
        count(Reading.Fate.SCANNED),
        code().size(),
        count(Reading.Fate.SKIPPED),
        count(Reading.Fate.FAILED));
  }

  private int count(Reading.Fate fate) {
    return (int) readings.stream().filter(r -> r.fate() == fate).count();
  }
}

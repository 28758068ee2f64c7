package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.ConfigValues;
import io.streamsmonitor.agents.source.Folders;
import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.ScanScope;
import io.streamsmonitor.agents.source.SourceFacts;
import io.streamsmonitor.agents.source.StreamUse;
import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.code.SourceReader;
import io.streamsmonitor.agents.source.names.CodeBase;
import io.streamsmonitor.agents.source.names.Names;
import io.streamsmonitor.agents.source.streams.AckedStreams;
import io.streamsmonitor.agents.source.streams.StreamCall;
import io.streamsmonitor.agents.source.streams.StreamReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads the sources of a fleet once. The same files give the same result for any thread count. */
public final class SourceScanner {
  private static final int THREADS = 2;

  private SourceScanner() {}

  /** Scans everything in the scope. */
  public static ScanResult scan(ScanScope scope, ConfigValues config) {
    return scan(scope, new Folders(), () -> config, THREADS, FactStore.none(), () -> {});
  }

  /**
   * The same, saying now and then that it is alive.
   *
   * @param folders what is seen of them so far
   * @param config asked for when the files are read
   * @param store what is known of unchanged files; learns what was read
   * @param progress called on the caller's thread at least every second while files are read
   */
  public static ScanResult scan(
      ScanScope scope,
      Folders folders,
      Supplier<ConfigValues> config,
      int threads,
      FactStore store,
      Runnable progress) {
    SourceWalk walk = new SourceWalk(scope, folders);
    Shelf shelf = new Shelf(walk.files(), new Crew(threads, progress), store);
    shelf.readAll();
    progress.run();
    return judged(walk, shelf, config.get(), store);
  }

  /** The same without leaving out a file that has no word of interest. */
  public static ScanResult scanEverything(ScanScope scope, ConfigValues config) {
    SourceWalk walk = new SourceWalk(scope, new Folders());
    FactStore store = FactStore.none();
    Shelf shelf = new Shelf(walk.files(), new Crew(THREADS, () -> {}), store);
    shelf.readAll();
    shelf.readEverything();
    return judged(walk, shelf, config, store);
  }

  private static ScanResult judged(
      SourceWalk walk, Shelf shelf, ConfigValues config, FactStore store) {
    CodeBase base = new CodeBase(shelf.code(), shelf::demand);
    Names names = new Names(base, config);
    List<StreamCall> read = new ArrayList<>();
    List<String> gaps = new ArrayList<>(walk.gaps());
    StreamReader streams = new StreamReader(names);
    for (CodeFile file : shelf.code()) {
      try {
        streams.read(file, read::add);
      } catch (StackOverflowError | RuntimeException e) {
        gaps.add(file.path() + ": its stream calls could not be followed: " + e);
      }
    }
    List<StreamCall> calls = AckedStreams.of(read);
    gaps.addAll(shelf.gaps());
    gaps.addAll(walk.others().gaps());
    gaps.sort(Comparator.naturalOrder());
    SourceFacts facts =
        new SourceFacts(
            Stream.concat(
                    calls.stream().flatMap(c -> uses(c).stream()), walk.others().uses().stream())
                .toList(),
            new EnvReads(names)
                .read(base.files().stream().sorted(Comparator.comparing(CodeFile::path)).toList()),
            calls.stream().map(c -> c.file().path()).distinct().sorted().toList(),
            gaps);
    List<CodeFile> files =
        base.files().stream().sorted(Comparator.comparing(CodeFile::path)).toList();
    return new ScanResult(
        facts,
        new CodeFacts(files, calls, names, shelf.counts()),
        () -> {
          shelf.rest();
          store.save();
        });
  }

  /** A use for every stream that the call may be about. */
  private static List<StreamUse> uses(StreamCall c) {
    List<NameValue> streams = new ArrayList<>();
    for (NameValue stream : c.streams()) {
      streams.addAll(stream instanceof NameValue.OneOf o ? o.options() : List.of(stream));
    }
    return streams.stream()
        .filter(Objects::nonNull)
        .map(
            s ->
                new StreamUse(
                    c.file().service(),
                    c.op(),
                    s,
                    c.group(),
                    c.consumer(),
                    c.fields(),
                    c.at(),
                    c.file().test()))
        .toList();
  }

  /** A reader of its own for a thread. */
  static SourceReader reader() {
    return new Languages();
  }
}

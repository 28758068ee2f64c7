package io.streamsmonitor.agents.source.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is set for a call.
 *
 * @param complete whether nothing else can be set; false where the options come from elsewhere
 */
public record Options(List<Option> list, boolean complete) {
  /** No options at all. */
  public static final Options NONE = new Options(List.of(), true);

  /** Options that cannot be seen. */
  public static final Options UNSEEN = new Options(List.of(), false);

  public Options {
    list = List.copyOf(list);
  }

  /** The first of these that is set, or may be set. */
  public Optional<Option> find(String... names) {
    Set<String> wanted = Set.of(names);
    return list.stream().filter(o -> wanted.contains(o.name())).findFirst();
  }

  /** Whether one of these is set on every way. */
  public boolean must(String... names) {
    Set<String> wanted = Set.of(names);
    return list.stream().anyMatch(o -> o.must() && wanted.contains(o.name()));
  }

  /** Whether one of these is set, may be set, or cannot be ruled out. */
  public boolean may(String... names) {
    return !complete || find(names).isPresent();
  }

  Options and(Options other) {
    List<Option> both = new ArrayList<>(list);
    both.addAll(other.list);
    return new Options(both, complete && other.complete);
  }

  Options and(Option option) {
    return and(new Options(List.of(option), true));
  }

  /** One of several: what all of them set stays certain. */
  static Options any(List<Options> ways) {
    if (ways.isEmpty()) {
      return UNSEEN;
    }
    List<Option> all = new ArrayList<>();
    for (Options way : ways) {
      for (Option o : way.list) {
        all.add(ways.stream().allMatch(w -> w.must(o.name())) ? o : o.maybe());
      }
    }
    return new Options(all, ways.stream().allMatch(Options::complete));
  }
}

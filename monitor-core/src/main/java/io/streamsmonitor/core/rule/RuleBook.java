package io.streamsmonitor.core.rule;

import io.streamsmonitor.core.finding.RuleInfo;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** What is known of the rules of one part of the program, for who describes findings. */
@FunctionalInterface
public interface RuleBook {
  /** The rules, each id once. */
  List<RuleInfo> rules();

  /** The rules of every book that the class path offers as a service, by id. */
  static List<RuleInfo> all() {
    return ServiceLoader.load(RuleBook.class, RuleBook.class.getClassLoader()).stream()
        .flatMap(book -> book.get().rules().stream())
        .sorted(Comparator.comparing(RuleInfo::id))
        .collect(Collectors.toList());
  }
}

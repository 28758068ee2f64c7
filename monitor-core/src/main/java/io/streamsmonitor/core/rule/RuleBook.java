package io.streamsmonitor.core.rule;

import io.streamsmonitor.core.finding.RuleInfo;
import java.util.Collection;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** What somebody knows of rules; found as a service, so that a report can say what each means. */
@FunctionalInterface
public interface RuleBook {
  /** What is known of each rule. */
  Collection<RuleInfo> rules();

  /** Every rule that the class path knows of, by id. */
  static Map<String, RuleInfo> known() {
    Map<String, RuleInfo> all = new TreeMap<>();
    for (RuleBook book : ServiceLoader.load(RuleBook.class, RuleBook.class.getClassLoader())) {
      book.rules().forEach(rule -> all.put(rule.id(), rule));
    }
    return all;
  }
}

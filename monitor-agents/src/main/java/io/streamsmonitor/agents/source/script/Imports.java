package io.streamsmonitor.agents.source.script;

import io.streamsmonitor.agents.source.code.Expr;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a file imports, put as constants of the file that stand for those of others. */
final class Imports {
  private final String path;
  private final TypeDraft module;
  private final Set<String> lines = new LinkedHashSet<>();
  private final Map<String, String> origins = new LinkedHashMap<>();

  Imports(String path, TypeDraft module) {
    this.path = path;
    this.module = module;
  }

  /** As those of a Java file, libraries as they are written. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** The file that an imported name comes from, by name. */
  Map<String, String> origins() {
    return origins;
  }

  /** The file of these words, or "" where it is a library. */
  String from(String words) {
    String other = Modules.imported(path, words);
    lines.add(other.isEmpty() ? words : other + "." + other);
    return other;
  }

  /**
   * One name.
   *
   * @param other the file's type, or "" where it is a library
   * @param exported what it is called there; {@code default}, or {@code *} for the file itself
   */
  void name(String local, String exported, String other, int pos) {
    if (other.isEmpty()) {
      return;
    }
    origins.put(local, other);
    Expr file = new Expr.Ref(other, pos);
    String called = exported.equals("default") ? local : exported;
    lines.add(other + "." + other + "." + called);
    if (exported.equals("*")) {
      module.constant(local, other, null, pos);
    } else if (!isType(local)) {
      module.constant(local, object(other, exported), new Expr.Member(file, exported, pos), pos);
    }
  }

  /** Everything that another file exports is exported by this one too. */
  void all(String other) {
    if (!other.isEmpty()) {
      module.supers.add(other);
    }
  }

  /** The type of an object literal that a file declares as a constant. */
  static String object(String file, String constant) {
    return file + "." + file + "." + file + "$" + constant;
  }

  /** Classes and enums are found by their own names. */
  static boolean isType(String name) {
    return Character.isUpperCase(name.charAt(0))
        && !name.equals(name.toUpperCase(java.util.Locale.ROOT));
  }
}

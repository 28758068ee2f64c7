package io.streamsmonitor.agents.source.code;

import io.streamsmonitor.core.finding.Location;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A source file.
 *
 * @param path relative to the base of the scan, with {@code /}
 * @param service whose source it is, or ""
 * @param test whether it is test code, which is not judged
 * @param imports as written: {@code a.b.C}, {@code a.b.*}, {@code static a.b.C.D}
 * @param lines of its text; a list that does not change, or is read when somebody asks
 * @param gap why something of it is not seen, or null
 * @param hints what its words tell without taking anything apart
 */
public record CodeFile(
    String path,
    String service,
    boolean test,
    String pkg,
    List<String> imports,
    List<TypeFacts> types,
    List<String> lines,
    @Nullable String gap,
    Hints hints) {
  private static final int LONGEST = 500;

  /** A file that was read wholly. */
  public CodeFile(
      String path,
      String service,
      boolean test,
      String pkg,
      List<String> imports,
      List<TypeFacts> types,
      List<String> lines) {
    this(path, service, test, pkg, imports, types, lines, null, Hints.NONE);
  }

  public CodeFile {
    imports = List.copyOf(imports);
    types = List.copyOf(types);
  }

  /** The same file with another service and text. */
  public CodeFile of(String newService, List<String> newLines) {
    return new CodeFile(path, newService, test, pkg, imports, types, newLines, gap, hints);
  }

  /** The same file, not seen wholly. */
  public CodeFile with(@Nullable String newGap) {
    return new CodeFile(path, service, test, pkg, imports, types, lines, newGap, hints);
  }

  /** The place in this file. */
  public Location at(int pos) {
    return new Location(path, Position.line(pos));
  }

  /** The text of the lines, from 1, both included; what is beyond the file is left out. */
  public String text(int fromLine, int toLine) {
    int from = Math.max(1, fromLine);
    int to = Math.min(lines.size(), toLine);
    return from > to ? "" : String.join("\n", lines.subList(from - 1, to));
  }

  /** The same for people to read: no more of a line than fits. */
  public String shown(int fromLine, int toLine) {
    return text(fromLine, toLine)
        .lines()
        .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line)
        .collect(Collectors.joining("\n"));
  }

  /** Whether an identifier, type or text may stand in its code; a no is certain. */
  public boolean mentions(String word) {
    return hints.mentions(word);
  }

  /** Those of the words that may stand in its code. */
  public Set<String> mentioned(Collection<String> words) {
    return words.stream().filter(hints::mentions).collect(Collectors.toSet());
  }

  /** Whether anything of the package is imported. */
  public boolean imports(String prefix) {
    return imports.stream().anyMatch(i -> i.startsWith(prefix) || i.startsWith("static " + prefix));
  }

  public Stream<MethodFacts> methods() {
    return types.stream().flatMap(t -> t.methods().stream());
  }

  /** A file is read once: another object is another file, whatever it holds. */
  @Override
  public boolean equals(@Nullable Object o) {
    return this == o;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}

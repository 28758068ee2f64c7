package io.streamsmonitor.agents.source.java;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.CompilationUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the errors of a text. The parser gives up a whole class for one wrong field,
 * so lines that it cannot read are emptied, their braces last, and what is cut off is closed.
 */
final class Mended {
  private static final int ATTEMPTS = 8;

  private final Function<String, ParseResult<CompilationUnit>> parser;
  private final List<String> lines;
  private final Set<Integer> emptied = new HashSet<>();

  private Mended(Function<String, ParseResult<CompilationUnit>> parser, String text) {
    this.parser = parser;
    this.lines = new ArrayList<>(text.lines().toList());
  }

  /** As much as can be read of the text, or null; positions are those of the text. */
  static @Nullable CompilationUnit read(
      Function<String, ParseResult<CompilationUnit>> parser,
      String text,
      ParseResult<CompilationUnit> failed) {
    return new Mended(parser, text).read(failed);
  }

  private @Nullable CompilationUnit read(ParseResult<CompilationUnit> failed) {
    CompilationUnit best = withTypes(failed);
    ParseResult<CompilationUnit> last = failed;
    for (int i = 0; i < ATTEMPTS && !last.isSuccessful(); i++) {
      if (i > 0) {
        empty(Math.min(line(last), lines.size()));
      }
      last = parser.apply(closed());
      CompilationUnit unit = withTypes(last);
      best = unit == null ? best : unit;
    }
    return best;
  }

  /** Where the parser gave up, from 1: at what follows the last that it could read. */
  static int line(ParseResult<CompilationUnit> failed) {
    return failed.getProblems().stream()
        .flatMap(p -> p.getLocation().stream())
        .map(range -> next(range.getBegin()))
        .flatMap(token -> token.getRange().stream())
        .mapToInt(range -> range.begin.line)
        .min()
        .orElse(1);
  }

  private static JavaToken next(JavaToken last) {
    JavaToken token = last.getNextToken().orElse(last);
    while (token.getCategory().isWhitespaceOrComment() && token.getNextToken().isPresent()) {
      token = token.getNextToken().get();
    }
    return token;
  }

  private void empty(int line) {
    int at = line - 1;
    while (at > 0 && emptied.contains(at) && lines.get(at).isEmpty()) {
      at--;
    }
    boolean again = !emptied.add(at);
    lines.set(at, again ? "" : lines.get(at).replaceAll("[^{}]", ""));
  }

  /** The text with the braces that are open at its end. */
  private String closed() {
    String text = String.join("\n", lines);
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      open += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
    }
    return text + "}".repeat(Math.max(0, open));
  }

  private static @Nullable CompilationUnit withTypes(ParseResult<CompilationUnit> result) {
    return result.getResult().filter(unit -> !unit.getTypes().isEmpty()).orElse(null);
  }
}

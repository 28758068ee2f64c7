package io.streamsmonitor.agents.source.script;

import io.streamsmonitor.agents.source.code.Position;
import io.streamsmonitor.agents.source.script.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a text into tokens; comments are dropped, and whatever is no token is passed over. */
final class Lexer {
  private static final String[] SIGNS = {
    ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", "&&=", "||=", "??=", "=>", "==", "!=", "<=",
    ">=", "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "**"
  };

  /** After these a slash begins a regular expression, and an angle bracket markup. */
  private static final Set<String> BEFORE_VALUES =
      Set.of(
          "return",
          "typeof",
          "case",
          "in",
          "of",
          "delete",
          "void",
          "throw",
          "new",
          "else",
          "do",
          "await",
          "yield",
          "instanceof",
          "default");

  private final String text;
  private final boolean markup;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;
  private boolean fresh = true;

  private Lexer(String text, boolean markup) {
    this.text = text;
    this.markup = markup;
  }

  /**
   * The tokens of a text.
   *
   * @param markup whether elements such as {@code <div>} may stand among the expressions
   */
  static List<Token> tokens(String text, boolean markup) {
    Lexer lexer = new Lexer(text, markup);
    if (text.startsWith("#!")) {
      lexer.line();
    }
    lexer.until('\0');
    return lexer.tokens;
  }

  /** Reads until the brace that closes what was open before, or the end. */
  private void until(char close) {
    int depth = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == close && depth == 0) {
        return;
      }
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      token(c);
    }
  }

  private void token(char c) {
    if (c == '\n') {
      newLine(at++);
    } else if (Character.isWhitespace(c) || c == '\uFEFF') {
      at++;
    } else if (text.startsWith("//", at)) {
      line();
    } else if (text.startsWith("/*", at)) {
      comment();
    } else if (Character.isJavaIdentifierStart(c) || c == '#') {
      name();
    } else if (Character.isDigit(c) || (c == '.' && digit(at + 1))) {
      number();
    } else if (c == '"' || c == '\'') {
      string(c);
    } else if (c == '`') {
      template();
    } else if (c == '/' && valueExpected()) {
      regex();
    } else if (!(c == '<' && markup && valueExpected() && markup())) {
      sign();
    }
  }

  private boolean digit(int i) {
    return i < text.length() && Character.isDigit(text.charAt(i));
  }

  private void newLine(int i) {
    line++;
    lineStart = i + 1;
    fresh = true;
  }

  private int pos(int i) {
    return Position.of(line, i - lineStart + 1);
  }

  private void add(Kind kind, String value, int pos) {
    tokens.add(new Token(kind, value, pos, fresh));
    fresh = false;
  }

  private void line() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  private void comment() {
    int end = text.indexOf("*/", at + 2);
    skip(end < 0 ? text.length() : end + 2);
  }

  /** Goes on to the place, counting lines. */
  private void skip(int to) {
    for (; at < to; at++) {
      if (text.charAt(at) == '\n') {
        newLine(at);
      }
    }
  }

  private void name() {
    int from = at++;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    add(Kind.NAME, text.substring(from, at), pos(from));
  }

  private void number() {
    int from = at++;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at))
            || text.charAt(at) == '_'
            || (text.charAt(at) == '.' && digit(at + 1)))) {
      at++;
    }
    add(Kind.NUMBER, text.substring(from, at).replace("_", ""), pos(from));
  }

  private void string(char quote) {
    int from = at++;
    int pos = pos(from);
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      character(value);
    }
    at += at < text.length() && text.charAt(at) == quote ? 1 : 0;
    add(Kind.STRING, value.toString(), pos);
  }

  private void character(StringBuilder into) {
    char c = text.charAt(at++);
    if (c != '\\' || at >= text.length()) {
      into.append(c);
      return;
    }
    char escaped = text.charAt(at++);
    switch (escaped) {
      case 'n' -> into.append('\n');
      case 't' -> into.append('\t');
      case '\n' -> newLine(at - 1);
      default -> into.append(escaped);
    }
  }

  private void template() {
    int pos = pos(at++);
    boolean first = fresh;
    List<List<Token>> holes = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '`') {
      if (text.startsWith("${", at)) {
        at += 2;
        texts.add(part.toString());
        part.setLength(0);
        int begin = tokens.size();
        until('}');
        at++;
        List<Token> inside = tokens.subList(begin, tokens.size());
        holes.add(List.copyOf(inside));
        inside.clear();
      } else {
        if (text.charAt(at) == '\n') {
          newLine(at);
        }
        character(part);
      }
    }
    at++;
    texts.add(part.toString());
    tokens.add(new Token(Kind.TEMPLATE, "`", pos, first, holes, texts));
    fresh = false;
  }

  private void regex() {
    int from = at++;
    boolean set = false;
    while (at < text.length() && text.charAt(at) != '\n' && (set || text.charAt(at) != '/')) {
      char c = text.charAt(at);
      set = c == '[' || (set && c != ']');
      at += c == '\\' ? 2 : 1;
    }
    at = Math.min(at + 1, text.length());
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    add(Kind.REGEX, "regex", pos(from));
  }

  private boolean markup() {
    Markup element = new Markup(text);
    int end = element.begins(at) ? element.end(at) : -1;
    if (end < 0) {
      return false;
    }
    add(Kind.MARKUP, "markup", pos(at));
    skip(end);
    return true;
  }

  /** Whether a value, not an operator, stands next. */
  private boolean valueExpected() {
    if (tokens.isEmpty()) {
      return true;
    }
    Token last = tokens.get(tokens.size() - 1);
    return switch (last.kind()) {
      case NAME -> BEFORE_VALUES.contains(last.text());
      case SIGN -> !Set.of(")", "]", "}", "++", "--").contains(last.text());
      default -> false;
    };
  }

  private void sign() {
    for (String sign : SIGNS) {
      if (text.startsWith(sign, at)) {
        boolean conditional = sign.equals("?.") && digit(at + 2);
        if (!conditional) {
          add(Kind.SIGN, sign, pos(at));
          at += sign.length();
          return;
        }
      }
    }
    add(Kind.SIGN, String.valueOf(text.charAt(at)), pos(at));
    at++;
  }
}

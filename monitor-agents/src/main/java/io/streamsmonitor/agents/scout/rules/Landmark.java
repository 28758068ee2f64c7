package io.streamsmonitor.agents.scout.rules;

import io.streamsmonitor.agents.source.code.CodeFile;
import java.util.Locale;
import java.util.Objects;

/**
 * A line by what stands on it, so that a finding keeps its name when lines above come and go. Of
 * lines that differ in numbers only, the second is {@code +b}, the third {@code +c}.
 */
final class Landmark {
  private Landmark() {}

  static String of(CodeFile file, int line) {
    String text = plain(file.text(line, line));
    int before = 0;
    for (int at = 1; at < line; at++) {
      before += plain(file.text(at, at)).equals(text) ? 1 : 0;
    }
    String hash = String.format(Locale.ROOT, "%08x", Objects.hash(text));
    StringBuilder out = new StringBuilder();
    hash.chars().forEach(c -> out.append((char) (c <= '9' ? 'g' + (c - '0') : c)));
    return out + (before == 0 ? "" : "+" + letters(before));
  }

  private static String letters(int n) {
    return (n >= 26 ? letters(n / 26) : "") + (char) ('a' + n % 26);
  }

  /** Without spaces and digits: a name made of the rest holds where only these change. */
  private static String plain(String line) {
    StringBuilder out = new StringBuilder(line.length());
    char last = ' ';
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      char kind = c >= '0' && c <= '9' ? '0' : c == ' ' || (c >= '\t' && c <= '\r') ? ' ' : 'a';
      if (kind == 'a' || kind != last) {
        out.append(kind == 'a' ? c : kind);
      }
      last = kind;
    }
    return out.toString().strip();
  }
}

package io.streamsmonitor.agents.logs.scan;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Letters that make a line worth reading.
 *
 * @param letters three at least, in lower case; bytes of a line are compared without regard to case
 * @param check what must hold around them besides
 * @param before three letters are sought with what may stand before them: one of these characters,
 *     or the beginning of the line; of no use for more letters
 */
public record Needle(String letters, Check check, String before) {
  private static final String PRINTABLE =
      IntStream.range(' ', 0x7f)
          .filter(c -> c < 'A' || c > 'Z')
          .mapToObj(c -> String.valueOf((char) c))
          .collect(Collectors.joining());

  /** A condition on the bytes around the letters; bytes are those of one line. */
  @FunctionalInterface
  public interface Check {
    Check NONE = (bytes, lineFrom, at, end, lineTo) -> true;

    /** Whether the letters at {@code [at, end)} count. */
    boolean holds(byte[] bytes, int lineFrom, int at, int end, int lineTo);

    /** Both. */
    default Check and(Check other) {
      return (bytes, lineFrom, at, end, lineTo) ->
          holds(bytes, lineFrom, at, end, lineTo) && other.holds(bytes, lineFrom, at, end, lineTo);
    }
  }

  public Needle {
    if (letters.length() < 3) {
      throw new IllegalArgumentException("a needle of less than three letters: " + letters);
    }
    letters = letters.toLowerCase(Locale.ROOT);
  }

  /** Letters that count wherever they stand. */
  public static Needle of(String letters) {
    return new Needle(letters, Check.NONE, PRINTABLE);
  }

  /** Letters that count in exactly this case. */
  public static Needle exactly(String letters) {
    byte[] exact = letters.getBytes(StandardCharsets.ISO_8859_1);
    return new Needle(
        letters,
        (bytes, lineFrom, at, end, lineTo) -> {
          for (int i = 0; i < exact.length; i++) {
            if (bytes[at + i] != exact[i]) {
              return false;
            }
          }
          return true;
        },
        PRINTABLE);
  }

  /** The same letters, behind one of these characters or at the beginning of a line. */
  public Needle after(String characters) {
    return new Needle(letters, check, characters);
  }

  /** The same letters under one more condition. */
  public Needle when(Check more) {
    return new Needle(letters, check.and(more), before);
  }
}

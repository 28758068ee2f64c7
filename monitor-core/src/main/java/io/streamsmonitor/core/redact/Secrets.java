package io.streamsmonitor.core.redact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds credentials in a text and takes them out. Structure decides; a value is looked at for its
 * randomness only beside a name that calls it a secret. Immutable and thread-safe; linear in the
 * length of the text but for the values themselves.
 */
public final class Secrets implements Redactor {
  private static final SecretNeedles NEEDLES = SecretNeedles.standard();

  private final List<Function<String, List<SecretHit>>> more;

  public Secrets() {
    this(List.of());
  }

  /**
   * The standard kinds and the user's own.
   *
   * @param more each says where in a text its secrets stand
   */
  public Secrets(List<Function<String, List<SecretHit>>> more) {
    this.more = List.copyOf(more);
  }

  /** Every secret of the text in its order; hits do not overlap. */
  public List<SecretHit> find(String text) {
    List<SecretHit> hits = new ArrayList<>();
    NEEDLES.scan(text, hits::add);
    for (Function<String, List<SecretHit>> finder : more) {
      hits.addAll(finder.apply(text));
    }
    return hits.size() < 2 ? hits : apart(hits);
  }

  /** Whether there are kinds that no known letters announce: the user's own. */
  public boolean extended() {
    return !more.isEmpty();
  }

  /** What ends the name of a secret, such as {@code password}, in any case. */
  public static List<String> names() {
    return SecretNames.ENDS;
  }

  /** Letters with which secrets of a known form begin or go along, in this case. */
  public static List<String> marks() {
    return SecretShapes.ALL.stream().flatMap(shape -> shape.needles().stream()).distinct().toList();
  }

  @Override
  public String redact(String text) {
    List<SecretHit> hits = find(text);
    if (hits.isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (SecretHit hit : hits) {
      out.append(text, from, hit.start())
          .append("[REDACTED:")
          .append(hit.kind().slug())
          .append(']');
      from = hit.end();
    }
    return out.append(text, from, text.length()).toString();
  }

  /** The named form of a value says less than its own form; the longer of the same sort wins. */
  private static List<SecretHit> apart(List<SecretHit> hits) {
    hits.sort(
        Comparator.comparingInt(SecretHit::start)
            .thenComparing(hit -> !hit.field().isEmpty())
            .thenComparingInt(hit -> -hit.end())
            .thenComparing(SecretHit::kind));
    List<SecretHit> out = new ArrayList<>();
    @Nullable SecretHit last = null;
    for (SecretHit hit : hits) {
      if (last == null || hit.start() >= last.end()) {
        out.add(hit);
        last = hit;
      } else if (hit.end() > last.end()) {
        last = new SecretHit(last.kind(), last.field(), last.start(), hit.end());
        out.set(out.size() - 1, last);
      }
    }
    return out;
  }
}

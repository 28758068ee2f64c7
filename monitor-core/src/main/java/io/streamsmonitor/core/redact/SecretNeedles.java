package io.streamsmonitor.core.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The letters that announce a secret, by their first three: a text without any of them, which is
 * nearly every text, costs one table look-up a character.
 */
final class SecretNeedles {
  private static final int SLOTS = 1 << 14;

  private record Needle(String letters, @Nullable SecretShape shape) {}

  private final List<Needle>[] slots;

  private SecretNeedles(List<Needle>[] slots) {
    this.slots = slots;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  static SecretNeedles standard() {
    List<Needle>[] slots = new List[SLOTS];
    for (SecretShape shape : SecretShapes.ALL) {
      shape.needles().forEach(letters -> add(slots, new Needle(letters, shape)));
    }
    SecretNames.ENDS.forEach(letters -> add(slots, new Needle(letters, null)));
    return new SecretNeedles(slots);
  }

  private static void add(List<Needle>[] slots, Needle needle) {
    int slot = slot(needle.letters(), 0);
    if (slots[slot] == null) {
      slots[slot] = new ArrayList<>();
    }
    slots[slot].add(needle);
  }

  private static int slot(String text, int at) {
    int folded =
        lower(text.charAt(at)) | lower(text.charAt(at + 1)) << 8 | lower(text.charAt(at + 2)) << 16;
    return (folded * 0x9E3779B1) >>> 18;
  }

  private static int lower(char c) {
    return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
  }

  void scan(String text, Consumer<SecretHit> out) {
    for (int i = 0; i + 3 <= text.length(); i++) {
      List<Needle> candidates = slots[slot(text, i)];
      if (candidates != null) {
        candidates(text, i, candidates, out);
      }
    }
  }

  private static void candidates(
      String text, int at, List<Needle> candidates, Consumer<SecretHit> out) {
    for (Needle needle : candidates) {
      String letters = needle.letters();
      SecretHit hit = null;
      if (needle.shape() != null && text.startsWith(letters, at)) {
        hit = needle.shape().match(text, at);
      } else if (needle.shape() == null
          && text.regionMatches(true, at, letters, 0, letters.length())) {
        hit = NamedValues.match(text, at, at + SecretNames.nameLength(letters));
      }
      if (hit != null) {
        out.accept(hit);
      }
    }
  }
}

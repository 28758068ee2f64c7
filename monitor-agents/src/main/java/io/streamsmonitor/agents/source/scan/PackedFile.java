package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.code.Hints;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.TypeFacts;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What {@link FactWriter} wrote of one file. Texts and bodies are made of the bytes when somebody
 * asks: of most methods of a fleet nobody asks more than whether a word stands in them.
 */
final class PackedFile implements Hints {
  private static final int HEAD = 1 + 2 * Integer.BYTES;

  private final ByteBuffer in;
  private final int texts;
  private final int parts;
  private final @Nullable String[] made;

  private PackedFile(ByteBuffer in) {
    this.in = in;
    this.texts = in.getInt(1);
    this.parts = in.getInt(1 + Integer.BYTES);
    this.made = new @Nullable String[texts];
  }

  /** The file, or null where the bytes are none. */
  static @Nullable CodeFile file(ByteBuffer bytes) {
    try {
      return new PackedFile(bytes).head();
    } catch (StackOverflowError | RuntimeException e) {
      return null;
    }
  }

  private CodeFile head() {
    FactInput head = part(0);
    return new CodeFile(
        head.text(),
        "",
        head.yes(),
        head.text(),
        head.list(String.class),
        head.list(TypeFacts.class),
        List.of(),
        head.optional(String.class),
        this);
  }

  @Override
  public boolean soundsSecret() {
    return in.get(0) != 0;
  }

  @Override
  public boolean mentions(String word) {
    return number(word) >= 0;
  }

  /** The number of a text, or -1 where the file has no such text. */
  private int number(String text) {
    int wanted = text.hashCode();
    int from = 0;
    int to = texts;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (in.getInt(HEAD + middle * Integer.BYTES) < wanted) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    for (int i = from; i < texts && in.getInt(HEAD + i * Integer.BYTES) == wanted; i++) {
      if (text(i).equals(text)) {
        return i;
      }
    }
    return -1;
  }

  String text(int n) {
    String known = made[n];
    if (known == null) {
      int begin = n == 0 ? 0 : end(n - 1);
      int size = end(n) - begin;
      boolean narrow = in.getInt(HEAD + (texts + n) * Integer.BYTES) >= 0;
      int start = blob() + begin;
      known =
          narrow
              ? new String(in.array(), in.arrayOffset() + start, size, StandardCharsets.ISO_8859_1)
              : in.slice(start, size).asCharBuffer().toString();
      made[n] = known;
    }
    return known;
  }

  /** Where a text, or after all texts a part, ends behind the tables. */
  private int end(int n) {
    int end = in.getInt(HEAD + (texts + n) * Integer.BYTES);
    return end < 0 ? ~end : end;
  }

  private int blob() {
    return HEAD + (2 * texts + parts) * Integer.BYTES;
  }

  private FactInput part(int n) {
    return new FactInput(this, in, start(n));
  }

  private int start(int part) {
    int before = texts + part - 1;
    return blob() + (before < 0 ? 0 : end(before));
  }

  /** Whether one of the numbers of texts that a part begins with is like this. */
  private boolean names(int part, IntPredicate like) {
    int at = start(part);
    int left = -1;
    while (left != 0) {
      int n = 0;
      int b = -1;
      for (int shift = 0; b < 0; shift += 7) {
        b = in.get(at++);
        n |= (b & 0x7f) << shift;
      }
      if (left >= 0 && like.test(n)) {
        return true;
      }
      left = left < 0 ? n : left - 1;
    }
    return false;
  }

  /** A body that is made when somebody asks for it. */
  MethodFacts.MethodBody body(int part) {
    return new Body(part);
  }

  private final class Body implements MethodFacts.MethodBody {
    private final int part;
    private MethodFacts.@Nullable Contents contents;

    Body(int part) {
      this.part = part;
    }

    @Override
    public MethodFacts.Contents contents() {
      MethodFacts.Contents known = contents;
      if (known == null) {
        known = taken();
        contents = known;
      }
      return known;
    }

    /** Whoever asks may have a small stack; code may be nested more deeply than that holds. */
    private MethodFacts.Contents taken() {
      try {
        return part(part).contents();
      } catch (StackOverflowError e) {
        return Crew.deep(() -> part(part).contents());
      }
    }

    @Override
    public boolean mentions(String word) {
      int number = number(word);
      return number >= 0 && names(part, n -> n == number);
    }

    @Override
    public boolean mentionsLike(Predicate<String> like) {
      return names(part, n -> like.test(text(n)));
    }
  }
}

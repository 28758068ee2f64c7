package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.core.redact.Redactor;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What the files of earlier scans said, so that one that has not changed is neither opened nor
 * parsed again. What a file says is not kept where a secret stands in it.
 */
public final class FactStore {
  private final @Nullable FactFile file;
  private final SecretText secrets;
  private Map<String, Kept> before;
  private final Map<String, Kept> now = new ConcurrentHashMap<>();
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger parsed = new AtomicInteger();
  private final AtomicInteger learned = new AtomicInteger();

  private FactStore(@Nullable FactFile file, Redactor redactor, Map<String, Kept> before) {
    this.file = file;
    this.secrets = new SecretText(redactor);
    this.before = before;
  }

  /** Remembers nothing. */
  public static FactStore none() {
    return new FactStore(null, Redactor.NONE, Map.of());
  }

  /**
   * The store of a cache folder; one that is damaged or was written by another program is empty.
   *
   * @param redactor knows secrets beside those of known forms
   */
  public static FactStore in(Path folder, Redactor redactor) {
    return in(folder, redactor, Build.name());
  }

  static FactStore in(Path folder, Redactor redactor, String build) {
    FactFile file = FactFile.in(folder, build);
    return new FactStore(file, redactor, file.read());
  }

  /** How many files were opened, since it was not known that they are as before. */
  public int opened() {
    return opened.get();
  }

  /** How many files were parsed, since what they say was not known. */
  public int parsed() {
    return parsed.get();
  }

  /** What is known of the file without opening it, or null. */
  @Nullable Glance glance(Source source) {
    Kept kept = before.get(source.path());
    if (kept == null || !kept.stamp().equals(source.stamp()) || !isOld(source.stamp())) {
      return null;
    }
    now.put(source.path(), kept);
    return kept.glance();
  }

  /** What was changed while the last scan ran may have been changed once more in the same tick. */
  private boolean isOld(Stamp stamp) {
    return file != null && file.isOlder(stamp.modified());
  }

  /** What is known of these bytes, else what a look at them tells. */
  Glance glance(Source source, byte[] bytes) {
    opened.incrementAndGet();
    if (file == null) {
      return Glance.of(source, bytes);
    }
    Kept kept = before.get(source.path());
    Kept next =
        kept != null && kept.isOf(bytes)
            ? kept.at(source.stamp())
            : new Kept(source.stamp(), Kept.content(bytes), Glance.of(source, bytes), null);
    now.put(source.path(), next);
    return next.glance();
  }

  /** What the file says, as it was kept, or null. */
  @Nullable CodeFile facts(Source source) {
    Kept kept = now.get(source.path());
    ByteBuffer facts = kept == null ? null : kept.facts();
    return facts == null ? null : PackedFile.file(facts);
  }

  /**
   * Takes note of what a parser read in the bytes.
   *
   * @return the same, as if it had been kept before
   */
  CodeFile keep(Source source, CodeFile code, byte[] bytes, String text) {
    parsed.incrementAndGet();
    try {
      FactWriter facts = FactWriter.of(code);
      ByteBuffer packed = ByteBuffer.wrap(facts.bytes());
      Kept kept = now.get(source.path());
      if (kept != null && kept.isOf(bytes) && !secrets.isIn(bytes, text, facts.texts())) {
        learned.incrementAndGet();
        now.put(source.path(), kept.with(packed));
      }
      CodeFile same = PackedFile.file(packed);
      return same == null ? code : same;
    } catch (StackOverflowError | IllegalArgumentException e) {
      // The next scan parses it again.
      return code;
    }
  }

  /** Leaves the facts for the next scan and forgets them; where that cannot be, it does without. */
  synchronized void save() {
    boolean news = opened.get() > 0 || learned.get() > 0 || now.size() != before.size();
    if (file != null && news && !now.isEmpty()) {
      file.write(Map.copyOf(now));
    }
    before = Map.of();
    now.clear();
  }
}

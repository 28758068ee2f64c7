package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.core.workspace.Files0600;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The file that facts are kept in: the program that wrote it, the entries by path, a checksum of it
 * all. What is damaged, or of another program, is as good as nothing.
 */
final class FactFile {
  /** Some file systems tell two changes apart only where so much lies between them. */
  private static final long TICK = TimeUnit.SECONDS.toNanos(2);

  private final Path file;
  private final String version;
  private long written;

  private FactFile(Path file, String version) {
    this.file = file;
    this.version = version;
  }

  static FactFile in(Path folder, String build) {
    return new FactFile(folder.resolve("facts.bin"), build + "\n" + FactBytes.schema());
  }

  /** Whether what was changed then was surely changed before the file was written. */
  boolean isOlder(long modified) {
    return modified + TICK < written;
  }

  Map<String, Kept> read() {
    try {
      byte[] bytes = Files.readAllBytes(file);
      written = Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
      int size = bytes.length - Long.BYTES;
      return size > 0 && ByteBuffer.wrap(bytes).getLong(size) == sum(bytes, size)
          ? entries(ByteBuffer.wrap(bytes, 0, size))
          : Map.of();
    } catch (IOException | BufferUnderflowException | IllegalArgumentException e) {
      return Map.of();
    }
  }

  private Map<String, Kept> entries(ByteBuffer in) {
    if (!text(in).equals(version)) {
      return Map.of();
    }
    int count = in.getInt();
    Map<String, Kept> out = new HashMap<>(count * 2);
    for (int i = 0; i < count; i++) {
      String path = text(in);
      Stamp stamp = new Stamp(in.getLong(), in.getLong(), text(in));
      long content = in.getLong();
      out.put(path, new Kept(stamp, content, glance(in), facts(in)));
    }
    return out;
  }

  private static Glance glance(ByteBuffer in) {
    int flags = in.get();
    String gap = text(in);
    int[] words = new int[in.getInt()];
    in.asIntBuffer().get(words);
    in.position(in.position() + words.length * Integer.BYTES);
    return new Glance(
        (flags & 1) != 0,
        (flags & 2) != 0,
        Words.of(words),
        gap.isEmpty() ? null : gap,
        (flags & 4) != 0);
  }

  private static @Nullable ByteBuffer facts(ByteBuffer in) {
    int size = in.getInt();
    if (size == 0) {
      return null;
    }
    ByteBuffer facts = in.slice(in.position(), size);
    in.position(in.position() + size);
    return facts;
  }

  private static String text(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * Replaces the whole file at once; where that cannot be, the next scan reads everything again.
   */
  void write(Map<String, Kept> entries) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder == null) {
        return;
      }
      Files0600.createFolder(folder);
      Path next = Files.createTempFile(folder, "facts", ".next");
      try {
        try (OutputStream out = Files.newOutputStream(next)) {
          all(entries, new CheckedOutputStream(out, new CRC32C()));
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(next);
      }
    } catch (IOException e) {
      return;
    }
  }

  private void all(Map<String, Kept> entries, CheckedOutputStream sum) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(sum, 1 << 16));
    text(out, version);
    out.writeInt(entries.size());
    for (Map.Entry<String, Kept> e : new TreeMap<>(entries).entrySet()) {
      text(out, e.getKey());
      entry(out, e.getValue());
    }
    out.flush();
    out.writeLong(sum.getChecksum().getValue());
    out.flush();
  }

  private static void entry(DataOutputStream out, Kept kept) throws IOException {
    out.writeLong(kept.stamp().size());
    out.writeLong(kept.stamp().modified());
    text(out, kept.stamp().inode());
    out.writeLong(kept.content());
    Glance glance = kept.glance();
    out.write((glance.worth() ? 1 : 0) | (glance.works() ? 2 : 0) | (glance.readable() ? 4 : 0));
    text(out, glance.gap() == null ? "" : glance.gap());
    int[] words = glance.words().numbers();
    out.writeInt(words.length);
    for (int word : words) {
      out.writeInt(word);
    }
    ByteBuffer facts = kept.facts();
    out.writeInt(facts == null ? 0 : facts.capacity());
    if (facts != null) {
      out.write(facts.array(), facts.arrayOffset(), facts.capacity());
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static long sum(byte[] bytes, int size) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, size);
    return sum.getValue();
  }
}

package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.core.workspace.Files0600;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** What the files of earlier scans said, so that one that has not changed is not parsed again. */
public final class FactStore {
  private final @Nullable Path file;
  private final String version;
  private final Map<String, Kept> before;
  private final Map<String, Kept> now = new ConcurrentHashMap<>();
  private final AtomicInteger parsed = new AtomicInteger();

  /**
   * What is kept of one file.
   *
   * @param content names the text
   * @param facts as {@link FactWriter} writes them
   */
  record Kept(String content, ByteBuffer facts) {}

  private FactStore(@Nullable Path file, String version, Map<String, Kept> before) {
    this.file = file;
    this.version = version;
    this.before = before;
  }

  /** Remembers nothing. */
  public static FactStore none() {
    return new FactStore(null, "", Map.of());
  }

  /**
   * The store of a cache folder; one that is damaged or of another version counts as empty.
   *
   * @param build names the program: another reader may see more in the same text
   */
  public static FactStore in(Path folder, String build) {
    Path file = folder.resolve("facts.bin");
    String version = build + "\n" + FactBytes.schema();
    try {
      return new FactStore(file, version, read(Files.readAllBytes(file), version));
    } catch (IOException | RuntimeException e) {
      return new FactStore(file, version, Map.of());
    }
  }

  boolean isKept() {
    return file != null;
  }

  /** How many files were parsed, since the store did not know them. */
  public int parsed() {
    return parsed.get();
  }

  /** The facts of the file as they were kept for the same text, or null. */
  @Nullable CodeFile facts(String path, String content) {
    Kept kept = before.get(path);
    if (kept == null || !kept.content().equals(content)) {
      return null;
    }
    CodeFile code = FactInput.file(kept.facts().array());
    if (code != null) {
      now.put(path, kept);
    }
    return code;
  }

  /** Takes note of what a parser read. */
  void keep(String path, String content, CodeFile code) {
    parsed.incrementAndGet();
    if (file == null) {
      return;
    }
    try {
      now.put(path, new Kept(content, ByteBuffer.wrap(FactWriter.bytes(code))));
    } catch (StackOverflowError | IllegalArgumentException e) {
      // The next scan parses it again.
      return;
    }
  }

  /** Names a text. */
  static String content(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Leaves the facts for the next scan; a folder that cannot be written keeps nothing. */
  void save() {
    if (file == null || (parsed.get() == 0 && now.size() == before.size())) {
      return;
    }
    try {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      try (DataOutputStream out = new DataOutputStream(body)) {
        byte[] name = version.getBytes(StandardCharsets.UTF_8);
        out.writeInt(name.length);
        out.write(name);
        out.writeInt(now.size());
        for (Map.Entry<String, Kept> e : new TreeMap<>(now).entrySet()) {
          out.writeUTF(e.getKey());
          out.writeUTF(e.getValue().content());
          out.writeInt(e.getValue().facts().capacity());
          out.write(e.getValue().facts().array());
        }
        out.flush();
        out.writeLong(checksum(body.toByteArray(), body.size()));
      }
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files0600.createFolder(folder);
      }
      Path next = file.resolveSibling("facts.bin.next");
      Files.deleteIfExists(next);
      Files0600.create(next);
      Files.write(next, body.toByteArray());
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | UncheckedIOException e) {
      // The next scan parses everything again, and says the same.
      return;
    }
  }

  private static Map<String, Kept> read(byte[] bytes, String version) throws IOException {
    int size = bytes.length - Long.BYTES;
    long sum = ByteBuffer.wrap(bytes).getLong(size);
    if (sum != checksum(bytes, size)) {
      return Map.of();
    }
    Map<String, Kept> out = new ConcurrentHashMap<>();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, size));
    byte[] name = in.readNBytes(in.readInt());
    if (!version.equals(new String(name, StandardCharsets.UTF_8))) {
      return Map.of();
    }
    int entries = in.readInt();
    for (int i = 0; i < entries; i++) {
      String path = in.readUTF();
      out.put(path, new Kept(in.readUTF(), ByteBuffer.wrap(in.readNBytes(in.readInt()))));
    }
    return out;
  }

  private static long checksum(byte[] bytes, int size) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, size);
    return sum.getValue();
  }
}

package io.streamsmonitor.report.verify;

import io.streamsmonitor.core.finding.EvidenceRef;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files of a session folder that findings quote. */
final class QuotedFiles {
  private static final int LONGEST = 4 << 20;

  private final Path root;

  QuotedFiles(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** Why nothing can be read where the reference points to, or null. */
  @Nullable String fault(EvidenceRef ref) throws IOException {
    Path file = file(ref);
    if (!file.startsWith(root) || !Files.isRegularFile(file)) {
      return "no such file in the session folder";
    }
    if (!Files.isReadable(file)) {
      return "no permission to read it";
    }
    long size = Files.size(file);
    return ref.offset() < 0 || ref.length() < 0 || ref.offset() + ref.length() > size
        ? ref.length() + " bytes at " + ref.offset() + " are not there, the file has " + size
        : null;
  }

  /** What stands there. */
  String piece(EvidenceRef ref) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file(ref).toFile(), "r")) {
      byte[] bytes = new byte[Math.min(ref.length(), LONGEST)];
      in.seek(ref.offset());
      in.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** {@code file:line}, with the offset of the quote. */
  String place(EvidenceRef ref) throws IOException {
    long line = 1;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file(ref)), 1 << 16)) {
      for (long at = 0; at < ref.offset(); at++) {
        int b = in.read();
        if (b < 0) {
          break;
        }
        line += b == '\n' ? 1 : 0;
      }
    }
    return ref.file() + ":" + line + " (byte " + ref.offset() + ")";
  }

  private Path file(EvidenceRef ref) {
    return root.resolve(ref.file()).normalize();
  }
}

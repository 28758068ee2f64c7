package io.streamsmonitor.report.verify;

import io.streamsmonitor.core.finding.EvidenceRef;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.session.SessionRecord;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether every quote of every finding stands where the finding says.
 *
 * @param findings looked at
 * @param quotes that were looked for
 * @param mismatches a sentence each, naming finding, file and offset
 */
public record Verification(int findings, int quotes, List<String> mismatches) {
  private static final int LONGEST = 4 << 20;

  public Verification {
    mismatches = List.copyOf(mismatches);
  }

  /** Looks for every quote in the session's own folder. */
  public static Verification of(SessionRecord session) {
    Path root = session.workspace().root().toAbsolutePath().normalize();
    List<String> mismatches = new ArrayList<>();
    int quotes = 0;
    for (Finding f : session.findings()) {
      for (EvidenceRef ref : f.evidenceRefs()) {
        quotes++;
        String wrong = wrong(f, ref, root);
        if (wrong != null) {
          mismatches.add(f.findingId() + ": " + ref.file() + " at " + ref.offset() + ": " + wrong);
        }
      }
    }
    return new Verification(session.findings().size(), quotes, mismatches);
  }

  private static @Nullable String wrong(Finding f, EvidenceRef ref, Path root) {
    Path file = root.resolve(ref.file()).normalize();
    if (!file.startsWith(root) || !Files.isRegularFile(file)) {
      return "no such file in the session folder";
    }
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      if (ref.offset() < 0 || ref.length() < 0 || ref.offset() + ref.length() > in.length()) {
        return ref.length() + " bytes are not there, the file has " + in.length();
      }
      byte[] bytes = new byte[Math.min(ref.length(), LONGEST)];
      in.seek(ref.offset());
      in.readFully(bytes);
      return Quote.of(f, ref.file()).wrong(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return "cannot be read: " + e.getMessage();
    }
  }
}

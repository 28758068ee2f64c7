package io.streamsmonitor.report.verify;

import io.streamsmonitor.core.finding.EvidenceRef;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.journal.FindingJournal;
import io.streamsmonitor.core.session.SessionRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether every quote of every finding stands where the finding says.
 *
 * @param findings looked at
 * @param quotes that were looked for
 * @param wrong how many of them are not there
 * @param mismatches a sentence each, naming finding, file and line; or a journal that cannot be
 *     read, whose findings nobody can hold against anything
 */
public record Verification(int findings, int quotes, int wrong, List<String> mismatches) {

  public Verification {
    mismatches = List.copyOf(mismatches);
  }

  /** Looks for every quote in the session's own folder. */
  public static Verification of(SessionRecord session) throws IOException {
    QuotedFiles files = new QuotedFiles(session.workspace().root());
    List<String> mismatches = new ArrayList<>();
    int quotes = 0;
    for (Finding f : session.findings()) {
      quotes += f.evidenceRefs().size();
      check(f, files, mismatches);
    }
    int wrong = mismatches.size();
    journals(session, mismatches);
    return new Verification(session.findings().size(), quotes, wrong, mismatches);
  }

  private static void check(Finding f, QuotedFiles files, List<String> out) throws IOException {
    List<String> pieces = new ArrayList<>();
    for (EvidenceRef ref : f.evidenceRefs()) {
      String fault = files.fault(ref);
      if (fault != null) {
        out.add(f.findingId() + ": " + ref.file() + ": " + fault);
        return;
      }
      pieces.add(files.piece(ref));
    }
    if (!pieces.isEmpty()) {
      EvidenceRef first = f.evidenceRefs().get(0);
      String wrong = Quote.wrong(f, first.file(), pieces);
      if (wrong != null) {
        out.add(f.findingId() + ": " + files.place(first) + ": " + wrong);
      }
    }
  }

  private static void journals(SessionRecord session, List<String> out) throws IOException {
    Path folder = session.workspace().root().resolve("findings");
    if (!Files.isDirectory(folder)) {
      out.add("findings/: no such folder; what was found cannot be verified");
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path journal : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
        for (int line : FindingJournal.read(journal).damagedAt()) {
          String place = session.workspace().relative(journal) + ":" + line;
          out.add(place + ": no finding can be read there");
        }
      }
    }
  }
}

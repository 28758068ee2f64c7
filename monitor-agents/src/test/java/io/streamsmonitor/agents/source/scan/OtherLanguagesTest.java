package io.streamsmonitor.agents.source.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.scout.CodeSample;
import io.streamsmonitor.agents.source.SourceFacts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherLanguagesTest {
  private static final String WORKER =
      """
      import redis
      r = redis.Redis()
      for stream, entries in r.xreadgroup("billing", "b1", {"orders": ">"}):
          r.xadd("invoices", {"order": 1})
          r.xack("orders", "billing", entries[0][0])
      """;

  @TempDir Path folder;

  @Test
  void findsTheCallsOfAServiceInALanguageThatIsNotRead() {
    SourceFacts facts = CodeSample.in(folder).file("worker.py", WORKER).scan().facts();

    assertThat(facts.streams())
        .extracting(use -> use.op() + " " + use.at())
        .containsExactly("GROUP_READ worker.py:3", "ADD worker.py:4", "ACK worker.py:5");
    assertThat(facts.streams()).allSatisfy(use -> assertThat(use.stream().resolved()).isEmpty());
    assertThat(facts.gaps()).singleElement().asString().startsWith("worker.py: is Python");
  }

  @Test
  void knowsTheSpellingsOfOtherClients() {
    CodeSample sample =
        CodeSample.in(folder)
            .file("main.go", "rdb.XReadGroup(ctx, &redis.XReadGroupArgs{})\n")
            .file("job.rb", "redis.xadd('orders', { id: 1 })\n")
            .file("Bus.cs", "db.StreamAdd(); // not one of them\n");

    assertThat(sample.scan().facts().streams())
        .extracting(use -> use.at().file())
        .containsExactly("job.rb", "main.go");
  }

  @Test
  void staysSilentBesideSourcesThatAreRead() {
    SourceFacts facts =
        CodeSample.in(folder)
            .file("tool.py", WORKER)
            .file("src/worker.ts", "redis.xadd('clicks', '*', 'a', 1)\n")
            .scan()
            .facts();

    assertThat(facts.gaps()).isEmpty();
    assertThat(facts.streams()).hasSize(1);
  }

  @Test
  void staysSilentOnSourcesWithoutStreams() {
    assertThat(CodeSample.in(folder).file("a.py", "print('x')\n").scan().facts().gaps()).isEmpty();
  }
}

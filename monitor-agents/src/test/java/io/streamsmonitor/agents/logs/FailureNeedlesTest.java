package io.streamsmonitor.agents.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.logs.parse.LogParser;
import io.streamsmonitor.agents.logs.problem.ProblemJudge;
import io.streamsmonitor.agents.logs.scan.LineScan;
import io.streamsmonitor.agents.logs.scan.NeedleTable;
import io.streamsmonitor.core.model.RawLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureNeedlesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "giving up on order 17",
        "read: connection reset by peer",
        "leader lost at term 4",
        "EventMemberFailed: n2",
        "Failed replaying hints",
        "import done: processed=88 failed=12",
        "import done: 3 messages dropped",
        "Failures: 2, Errors: 0",
        "task 7 ended, status : FAILED",
        "node redis-2 down: closed",
        "health: Healthy -> Degraded",
        "Error parsing the header of a request",
        "error while storing order 17",
        "health redis=down db=up",
        "container finished exitCode=137",
        "exited with code 3",
        "task oom event",
        "no cluster leader",
        "charge failed: ConnectionError('gateway down')",
        "moved to dead letter after 5 deliveries"
      })
  void everyFailureAtInfoIsRead(String said) {
    for (String line :
        new String[] {
          "2026-01-02T03:04:05.123Z INFO [main] c.a.Orders - " + said,
          "{\"timestamp\":\"2026-01-02T03:04:05.123Z\",\"level\":\"info\",\"message\":\""
              + said
              + "\"}"
        }) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      RawLine raw = new RawLine("orders", "o.log", 0, bytes, Instant.EPOCH, false, 0);
      assertThat(ProblemJudge.judge(LogParser.parse(raw), null)).as(line).isNotNull();
      LineScan scan = new LineScan(LogNeedles.calm());
      byte[] padded = Arrays.copyOf(bytes, bytes.length + NeedleTable.PADDING);
      padded[bytes.length] = '\n';
      int end = scan.end(padded, 0, bytes.length + 1);
      assertThat(scan.look(padded, 0, end)).as(line).isEqualTo(LineScan.READ);
    }
  }
}

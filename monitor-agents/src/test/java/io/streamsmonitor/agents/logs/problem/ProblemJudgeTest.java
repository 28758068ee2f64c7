package io.streamsmonitor.agents.logs.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.logs.parse.LogParser;
import io.streamsmonitor.core.model.RawLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemJudgeTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-02 03:04:05.123 ERROR [main] c.a.Orders - order 5 not stored",
        "2026-01-02 03:04:05.123 WARN  [main] c.a.Orders - Failed to acknowledge an entry, will retry",
        "2026-01-02 03:04:05.123 FATAL [main] c.a.Orders - validation error: email is invalid",
        "[2026-01-02 03:04:05,123: WARNING/Main] consumer: Connection to broker lost. Trying again",
        "1:M 02 Jan 2026 03:04:05.123 # Can't save in background: fork: Cannot allocate memory",
        "7:S 02 Jan 2026 03:04:05.123 # Client id=7 scheduled to be closed ASAP for overcoming of output buffer limits.",
        "2026-01-02T03:04:05.123Z [orders] error: redis went away",
        "E0102 03:04:05.123456       1 reflector.go:138] watch ended",
        "level=warn ts=2026-01-02T03:04:05Z msg=\"slow consumer\" err=\"context deadline exceeded\"",
        "{\"level\":\"warn\",\"msg\":\"health\",\"details\":{\"error\":\"no route\"}}",
        "{\"event\":\"redis.failed\",\"stream\":\"orders\",\"error\":\"WRONGTYPE Operation\"}",
        "{\"level\":50,\"time\":1700000000000,\"msg\":\"request errored\"}",
        "{\"level\":\"warn\",\"msg\":\"message moved to dead letter stream after 3 deliveries\"}",
        "{\"level\":\"warn\",\"msg\":\"entry 1700000000000-0 rejected: schema version 3\"}",
        "{\"level\":\"info\",\"msg\":\"GET /orders\",\"statusCode\":503}",
        "127.0.0.1 - - [02/Jan/2026:03:04:05 +0000] \"GET /orders HTTP/1.1\" 500 1234",
        "orders-1 exited with code 137",
        "Exception in thread \"main\" java.lang.IllegalStateException: no",
        "java.lang.OutOfMemoryError: Java heap space",
        "panic: runtime error: index out of range [5] with length 3",
        "Killed process 4711 (java) total-vm:8123456kB",
        "TypeError: Cannot read properties of undefined (reading 'id')",
        "OOMKilled",
        "disk full",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - giving up on order 17",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - read: connection reset by peer",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - leader lost at term 4",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - Failed replaying hints to 10.0.0.12",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - import done: processed=88 failed=12",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - 3 messages dropped",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - task 7 ended, status : FAILED",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - node redis-2 is now DOWN",
        "I0102 03:04:05.123456       1 generic.go:332] \"container finished\" exitCode=137",
        "{\"level\":\"info\",\"msg\":\"joined\",\"error\":\"no cluster leader\"}",
        "{\"level\":\"info\",\"msg\":\"import done\",\"failed\":12}",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - health: Healthy -> Degraded",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - worker 3 marked down after 900 seconds",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - Error parsing the header of a request",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - error while storing order 17",
        "ts=2026-01-02T03:04:05Z level=info msg=health redis=down db=up",
        "{\"level\":\"info\",\"msg\":\"worker exited\",\"code\":1}",
        "{\"level\":\"debug\",\"msg\":\"dial tcp 10.0.0.1:80: connect: connection refused\"}",
        "E260102 03:04:05.000000 99 queue.go:1100 [n1] no removable replicas",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - recovery finished, successful=[false]",
        "2026-01-02 03:04:05.123 WARN  [main] c.a.Orders - memory usage 97% of maxmemory",
        "{\"level\":\"info\",\"msg\":\"probe\",\"healthy\":false}",
        "Warning  BackOff  pod/orders-1  Back-off pulling image",
        "{\"level\":\"warn\",\"msg\":\"apply took too long\"}",
        "WRONGPASS invalid username-password pair or user is disabled."
      })
  void isAProblem(String line) {
    assertThat(judge(line)).as(line).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - batch done: 0 errors, 0 failed, 120 ok",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.ErrorController - Mapped {[/error]}",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Health - errorCount=0 timeoutCount=0 failures=none",
        "2026-01-02 03:04:05.123 DEBUG [main] c.a.Orders - timeout set to 5000 ms, failOnError=false",
        "2026-01-02 03:04:05.123 WARN  [main] c.a.Orders - retry succeeded after 2 attempts",
        "2026-01-02 03:04:05.123 WARN  [main] c.a.Orders - cache is at 80% of its limit",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - recovered from previous error",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - headroom=<memory:10240> bloom filter loaded",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - SIGTERM received, shutting down gracefully",
        "{\"level\":\"info\",\"message\":\"order 17 created\",\"error\":null,\"errors\":[],\"failed\":0}",
        "{\"level\":\"info\",\"msg\":\"OOMKill protection enabled, oom_score_adj=-500\"}",
        "{\"level\":\"info\",\"msg\":\"GET /errors\",\"statusCode\":200}",
        "{\"event\":\"redis.channelHealth\",\"stream\":\"orders\",\"errorsLastMinute\":0}",
        "level=info msg=published stream=orders err=null",
        "level=info msg=scrape errors=0 failed=0 timeouts=0",
        "127.0.0.1 - - [02/Jan/2026:03:04:05 +0000] \"GET /failed-orders?status=failed HTTP/1.1\" 200 34",
        "1:M 02 Jan 2026 03:04:05.123 * Clear FAIL state for node b754: replica is reachable again.",
        "1:M 02 Jan 2026 03:04:05.123 * Background saving terminated with success",
        "2026-01-02T03:04:05.123Z [orders] debug: errorRate=0.00 timeoutMs=5000",
        "graceful shutdown: received SIGTERM",
        "2026-01-02 03:04:05 UTC [17] LOG:  aborting any active transactions",
        "Tests run: 5, Failures: 0, Errors: 0, Skipped: 0",
        "success=true, failures=[], errors=[]",
        "orders-1 exited with code 0",
        "{'mode': 'Disabled', 'exceptionUsers': []}",
        "no error",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - retrying failed orders of yesterday",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - registered handler for lost connections",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - import done: failed=0 dropped: 0",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - shutting down",
        "2026-01-02 03:04:05.123 WARN  [main] c.a.Orders - memory alarm cleared on node 2",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - task 7 ended, status: done, exit code 0",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - registered handler for CheckoutFailedException",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - error mapper and exception pages ready",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - step finished with error <nil>",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - 2 ddr error(s) (dcr 0x1) detected and corrected",
        "2026-01-02 03:04:05.123 DEBUG [main] c.a.Orders - could not find a cached price, asking the store",
        "{\"level\":\"info\",\"msg\":\"worker exited\",\"code\":0}",
        "{\"level\":\"info\",\"msg\":\"scrolled\",\"direction\":\"down\"}",
        "2026-01-02 03:04:05.123 INFO  [main] c.a.Orders - 0 of 120 rows rejected",
        "2026-01-02 03:04:05.123 WARN  [main] c.a.Orders - v1beta1 is deprecated, unavailable in 1.25",
        "Picked up JAVA_TOOL_OPTIONS: -XX:+ExitOnOutOfMemoryError",
        "mounted /dev/sda1 with options errors=remount-ro",
        "copied to /var/log/2026=AuthFail:5/orders/1.log",
        "lastFailure=never",
        "killed 0 idle connections"
      })
  void isNone(String line) {
    assertThat(judge(line)).as(line).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MEMORY     | ERROR worker: java.lang.OutOfMemoryError: Java heap space",
        "CRASH      | FATAL worker: cannot go on",
        "TIMEOUT    | ERROR worker: call to payments timed out after 3000 ms",
        "CONNECTION | ERROR worker: connect ECONNREFUSED 127.0.0.1:6379",
        "ERROR      | ERROR worker: order 17 not stored",
        "WARNING    | WARN worker: could not store order 17"
      })
  void hasItsKind(FaultKind kind, String line) {
    assertThat(judge(line)).isNotNull().extracting(Problem::kind).isEqualTo(kind);
  }

  private static @Nullable Problem judge(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return ProblemJudge.judge(
        LogParser.parse(new RawLine("orders", "logs/orders.log", 0, bytes, NOW, false, 0)), null);
  }
}

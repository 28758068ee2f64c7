package io.streamsmonitor.agents.source.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.scout.CodeSample;
import io.streamsmonitor.core.finding.Draft;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The specification's twelve rules on TypeScript: each where it fires and where it is silent. */
class ScriptRulesTest {
  private static final String START =
      "import Redis from 'ioredis';\nconst redis = new Redis(process.env.REDIS_URL ?? '');\n";

  @TempDir Path folder;
  private int files;

  private List<Integer> lines(String rule, String body) {
    CodeSample sample = CodeSample.in(folder.resolve("f" + files++)).file("src/a.ts", START + body);
    return sample.drafts("code." + rule).stream()
        .flatMap(d -> d.locations().stream())
        .map(l -> l.line() - 2)
        .toList();
  }

  private void fires(String rule, int line, String body) {
    assertThat(lines(rule, body)).as(rule).containsExactly(line);
    for (Draft d : CodeSample.in(folder.resolve("f" + (files - 1))).drafts("code." + rule)) {
      assertThat(String.valueOf(d.details().get("codeSnippetAfter")))
          .doesNotContain("String ", "Map.of", "LoggerFactory", "System.");
    }
  }

  private void staysSilent(String rule, String body) {
    assertThat(lines(rule, body)).as(rule).isEmpty();
  }

  @Test
  void firesOnXaddWithoutMaxlen() {
    fires(
        "xadd-without-maxlen",
        3,
        "export async function add(m) {\n  const id = 1;\n  await redis.xadd('orders', '*', 'm', m);\n}");
    fires("xadd-without-maxlen", 1, "client.xAdd('orders', '*', { a: '1' });");
    fires("xadd-without-maxlen", 1, "client.xAdd('orders', '*', m, { NOMKSTREAM: true });");
  }

  @Test
  void knowsAMethodByTheNameItWasBoundTo() {
    String bound = "const send = promisify(client.xadd).bind(client);\n";
    fires("xadd-without-maxlen", 2, bound + "send(['orders', '*', 'm', m]);");
    fires("xadd-without-maxlen", 2, bound + "send('orders', '*', 'm', m);");
    staysSilent("xadd-without-maxlen", bound + "send('orders', 'MAXLEN', 10, '*', 'm', m);");
  }

  @Test
  void takesWhatAnOuterBlockDidWithTheEntryForItsHandling() {
    String way =
        "async function dispatch(id) {\n  await handler(id);\n  try {\n"
            + "    await redis.xack('orders', 'g', id);\n    notify(id);\n  } catch (e) { log.warn(e); }\n}";
    staysSilent("ack-before-processing", way);
    fires("ack-before-processing", 3, way.replace("  await handler(id);\n", ""));
  }

  @Test
  void staysSilentOnXaddWithABound() {
    staysSilent("xadd-without-maxlen", "redis.xadd('a', 'MAXLEN', '~', 10, '*', 'k', v);");
    staysSilent("xadd-without-maxlen", "redis.xadd('a', 'MINID', '~', id, '*', 'k', v);");
    staysSilent(
        "xadd-without-maxlen",
        "client.xAdd('a', '*', m, { TRIM: { strategy: 'MAXLEN', threshold: 10 } });");
    staysSilent(
        "xadd-without-maxlen",
        "const options = { TRIM: { strategy: 'MAXLEN', threshold: 10 } };\nclient.xAdd('a', '*', m, options);");
    staysSilent(
        "xadd-without-maxlen",
        """
        function add(key, max) {
          const args = [];
          if (max) args.push('MAXLEN', '~', max);
          return redis.xadd(key, ...args, '*', 'a', 'b');
        }
        """);
    staysSilent(
        "xadd-without-maxlen", "redis.xadd('a', '*', 'k', v);\nredis.xtrim('a', 'MAXLEN', 9);");
    staysSilent(
        "xadd-without-maxlen", "// redis.xadd('a', '*', 'k', v);\nconst t = \"xadd('a')\";");
  }

  @Test
  void firesOnXreadWithoutGroup() {
    fires(
        "xread-without-group", 1, "const r = await redis.xread('BLOCK', 0, 'STREAMS', 'a', '$');");
    fires("xread-without-group", 1, "await client.xRead({ key: 'a', id: '$' }, { BLOCK: 0 });");
  }

  @Test
  void staysSilentOnReadsThroughAGroup() {
    staysSilent("xread-without-group", "redis.xreadgroup('GROUP', 'g', 'c', 'STREAMS', 'a', '>');");
    staysSilent("xread-without-group", "client.xReadGroup('g', 'c', { key: 'a', id: '>' });");
  }

  @Test
  void firesOnAGroupReadWithoutAck() {
    fires(
        "group-read-without-ack",
        2,
        "async function go() {\n  const r = await redis.xreadgroup('GROUP', 'g', 'c', 'STREAMS', 'a', '>');\n  handle(r);\n}");
  }

  @Test
  void staysSilentOnAGroupReadThatIsAcknowledged() {
    staysSilent(
        "group-read-without-ack",
        """
        class Worker {
          async go() {
            const r = await this.redis.xreadgroup('GROUP', this.group, 'c', 'STREAMS', this.key, '>');
            for (const e of r) await this.done(e);
          }
          private async done(e) { await this.redis.xack(this.key, this.group, e[0]); }
        }
        """);
    staysSilent(
        "group-read-without-ack",
        "redis.xreadgroup('GROUP', 'g', 'c', 'NOACK', 'STREAMS', 'a', '>');");
    CodeSample sample =
        CodeSample.in(folder.resolve("two"))
            .file(
                "src/ack.ts",
                "export const done = (redis, key, group, id) => redis.xack(key, group, id);")
            .file(
                "src/read.ts",
                """
                import { done } from './ack';
                export async function go(redis, key, group) {
                  const r = await redis.xreadgroup('GROUP', group, 'c', 'STREAMS', key, '>');
                  await done(redis, key, group, r[0]);
                }
                """);
    assertThat(sample.places("code.group-read-without-ack")).isEmpty();
  }

  @Test
  void firesOnHardcodedStreamNames() {
    fires(
        "hardcoded-stream-name", 2, "const STREAM = 'orders';\nredis.xadd(STREAM, '*', 'a', 'b');");
  }

  @Test
  void staysSilentOnStreamNamesFromOutside() {
    staysSilent(
        "hardcoded-stream-name",
        "const STREAM = process.env.STREAM ?? 'orders';\nredis.xadd(STREAM, '*', 'a', 'b');");
    staysSilent("hardcoded-stream-name", "export const add = (s) => redis.xadd(s, '*', 'a', 'b');");
    staysSilent(
        "hardcoded-stream-name",
        "redis.xadd(this.config.get('stream'), '*', 'a', 'b');\nredis.xadd(config.stream, '*', 'a', 'b');");
  }

  @Test
  void firesWithoutDeadLetters() {
    fires(
        "no-dead-letter",
        2,
        "async function go() {\n  await redis.xreadgroup('GROUP', 'g', 'c', 'STREAMS', 'a', '>');\n}");
  }

  @Test
  void staysSilentWhereDeliveriesAreLimited() {
    staysSilent(
        "no-dead-letter",
        """
        async function go() {
          const r = await redis.xreadgroup('GROUP', 'g', 'c', 'STREAMS', 'a', '>');
          if (deliveryCount > 3) await redis.xadd('a:dlq', '*', 'm', r);
        }
        """);
  }

  @Test
  void firesOnPolling() {
    fires(
        "polling-read",
        2,
        "async function go() {\n  while (true) { await redis.xreadgroup('GROUP', 'g', 'c', 'COUNT', 5, 'STREAMS', 'a', '>'); }\n}");
    fires(
        "polling-read",
        1,
        "async function poll() { await client.xRead({ key: 'a', id: last }); }\nsetInterval(poll, 100);");
    fires(
        "polling-read",
        2,
        "async function again() {\n  await redis.xread('STREAMS', 'a', last);\n  setTimeout(again, 50);\n}");
  }

  @Test
  void staysSilentOnBlockingReads() {
    staysSilent(
        "polling-read",
        "while (true) { await redis.xread('COUNT', 5,\n  'BLOCK',\n  100, 'STREAMS', 'a', last); }");
    staysSilent(
        "polling-read",
        "while (on) { await client.xRead({ key: 'a', id: last }, { BLOCK: 100 }); }");
    staysSilent("polling-read", "await redis.xread('STREAMS', 'a', '0');");
  }

  @Test
  void firesOnReadsOfOneMessage() {
    fires("single-message-read", 1, "redis.xread('COUNT', 1, 'STREAMS', 'a', '$');");
    fires(
        "single-message-read",
        1,
        "client.xReadGroup('g', 'c', { key: 'a', id: '>' }, { COUNT: 1 });");
  }

  @Test
  void staysSilentOnBatches() {
    staysSilent("single-message-read", "redis.xread('COUNT', 100, 'STREAMS', 'a', '$');");
    staysSilent("single-message-read", "find({ count: 1 });");
  }

  @Test
  void firesOnTheConsole() {
    fires("console-logging", 1, "console.log('started');");
    fires("console-logging", 1, "work().catch(console.error);");
    fires("console-logging", 1, "console.log.apply(console, args);");
  }

  @Test
  void staysSilentOnALogger() {
    staysSilent(
        "console-logging", "log.info('started');\n// console.log('x')\nthis.console = 'log';");
    CodeSample tested =
        CodeSample.in(folder.resolve("t")).file("src/a.spec.ts", "console.log('x');");
    assertThat(tested.places("code.console-logging")).isEmpty();
  }

  @Test
  void firesWithoutCorrelationId() {
    fires("no-correlation-id", 1, "redis.xadd('a', '*', 'order', JSON.stringify(order));");
  }

  @Test
  void staysSilentWithCorrelationId() {
    staysSilent(
        "no-correlation-id",
        "redis.xadd('a', '*', 'order', o, 'correlationId', ctx.correlationId);");
    staysSilent(
        "no-correlation-id",
        "function go(o, ctx) {\n  const entry = { ...o, traceId: ctx.id };\n  client.xAdd('a', '*', entry);\n}");
  }

  @Test
  void firesOnSilentCatches() {
    fires("silent-catch", 1, "try { await go(); } catch (e) {\n}");
    fires("silent-catch", 3, "try {\n  await go();\n} catch {\n  count = 0;\n}");
  }

  @Test
  void staysSilentOnCatchesThatTell() {
    staysSilent("silent-catch", "try { go(); } catch (e) { log.error({ err: e }, 'failed'); }");
    staysSilent("silent-catch", "try { go(); } catch (e) { throw new Error('x', { cause: e }); }");
    staysSilent("silent-catch", "try { go(); } catch (e) { console.error(e); }");
    staysSilent(
        "silent-catch",
        "try { create(); } catch (e) { if (!e.message.includes('BUSYGROUP')) throw e; }");
    staysSilent("silent-catch", "try { go(); } catch (err) { next(err); }");
    staysSilent("silent-catch", "try { o = JSON.parse(text); } catch { o = text; }");
  }

  @Test
  void firesOnKeys() {
    fires("keys-scan", 1, "const all = await redis.keys('*');");
    fires("keys-scan", 1, "const all = await redis.keys(`user:${id}:*`);");
  }

  @Test
  void staysSilentOnOtherKeys() {
    staysSilent("keys-scan", "Object.keys(o);\nmap.keys();\nkeys('*');");
  }

  @Test
  void firesWithoutCircuitBreaker() {
    fires("no-circuit-breaker", 1, "redis.xadd('a', '*', 'order', order);");
  }

  @Test
  void staysSilentBehindACircuitBreaker() {
    staysSilent(
        "no-circuit-breaker",
        "const breaker = new CircuitBreaker(add);\nfunction add(o) { return redis.xadd('a', '*', 'o', o); }");
  }
}

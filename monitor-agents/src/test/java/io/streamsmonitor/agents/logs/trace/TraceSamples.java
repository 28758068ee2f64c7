package io.streamsmonitor.agents.logs.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Stack traces as the runtimes print them, each with what it means. */
final class TraceSamples {
  /**
   * A trace.
   *
   * @param root simple name of what was thrown first
   * @param own a frame of the program's own code that must be found, or empty
   */
  record Sample(String kind, List<String> lines, String root, String own) {}

  private static final String[] WORDS = {
    "Order", "Payment", "Invoice", "Stock", "Mail", "Ledger", "Basket", "Refund"
  };
  private static final String[] ERRORS = {
    "IllegalState", "Timeout", "JedisConnection", "Validation", "NullPointer", "Conflict"
  };

  private final Random random;

  TraceSamples(long seed) {
    random = new Random(seed);
  }

  List<Sample> all(int each) {
    List<Sample> out = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      out.add(java());
      out.add(javaInThread());
      out.add(javaCircular());
      out.add(node());
      out.add(nodeUncaught());
      out.add(nodeAggregate());
      out.add(python());
      out.add(pythonChained());
      out.add(go());
      out.add(dotnet());
    }
    return out;
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }

  private int number() {
    return 10 + random.nextInt(900);
  }

  private String javaHeader() {
    return switch (random.nextInt(4)) {
      case 0 ->
          "2026-01-02 03:04:05.123 ERROR [main] c.a." + pick(WORDS) + "s - could not store it";
      case 1 -> "2026-01-02T03:04:05.123Z ERROR 17 --- [worker-1] com.acme.Store : failed: {}";
      case 2 -> "03:04:05.123 [main] WARN com.acme.Store -- gave up";
      default -> "ERROR 2026-01-02 03:04:05,123 com.acme.Store: it went wrong";
    };
  }

  private String javaFrame(String word) {
    return "\tat com.acme."
        + word.toLowerCase(java.util.Locale.ROOT)
        + "."
        + word
        + "Service.load("
        + word
        + "Service.java:"
        + number()
        + ")"
        + (random.nextBoolean() ? "" : " ~[orders.jar:1.2]");
  }

  private void javaFrames(List<String> lines, String word, String indent) {
    lines.add(
        indent + "\tat redis.clients.jedis.Connection.read(Connection.java:" + number() + ")");
    for (int i = random.nextInt(4); i >= 0; i--) {
      lines.add(indent + javaFrame(word));
    }
    lines.add(indent + "\tat java.base/java.lang.Thread.run(Thread.java:840)");
    lines.add(
        indent
            + "\tat org.springframework.aop.Proxy$$FastClassBySpringCGLIB$$1a2b.invoke(<generated>)");
    lines.add(
        indent + "\tat jdk.internal.reflect.GeneratedMethodAccessor12.invoke(Unknown Source)");
  }

  private Sample java() {
    List<String> lines = new ArrayList<>(List.of(javaHeader()));
    String word = pick(WORDS);
    String root = pick(ERRORS) + "Exception";
    lines.add("com.acme." + pick(ERRORS) + "Exception: outer " + number());
    javaFrames(lines, word, "");
    if (random.nextBoolean()) {
      lines.add("\tSuppressed: java.io.IOException: while closing");
      javaFrames(lines, word, "\t");
      lines.add("\t\t... " + number() + " more");
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      lines.add("Caused by: java.util.concurrent.ExecutionException: wrapped " + number());
      javaFrames(lines, word, "");
      lines.add("\t... " + number() + " common frames omitted");
    }
    lines.add("Caused by: com.acme." + root + ": inner, with a: colon");
    javaFrames(lines, word, "");
    lines.add("\t... " + number() + " more");
    return new Sample("java", lines, root, "com.acme." + word.toLowerCase(java.util.Locale.ROOT));
  }

  private Sample javaInThread() {
    String word = pick(WORDS);
    String root = pick(ERRORS) + "Error";
    List<String> lines = new ArrayList<>();
    lines.add("Exception in thread \"worker-" + number() + "\" com.acme." + root + ": first line");
    lines.add("second line of the message");
    lines.add("  third, indented");
    javaFrames(lines, word, "");
    return new Sample("java in a thread", lines, root, "com.acme.");
  }

  private Sample javaCircular() {
    String word = pick(WORDS);
    List<String> lines = new ArrayList<>(List.of(javaHeader()));
    lines.add("com.acme.AException: a");
    javaFrames(lines, word, "");
    lines.add("Caused by: com.acme.BException: b");
    javaFrames(lines, word, "");
    lines.add("\t... 3 more");
    lines.add("Caused by: [CIRCULAR REFERENCE: com.acme.AException: a]");
    return new Sample("java, circular", lines, "BException", "com.acme.");
  }

  private void nodeFrames(List<String> lines, String word, String indent) {
    lines.add(indent + "    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1605:16)");
    for (int i = random.nextInt(3); i >= 0; i--) {
      lines.add(
          indent
              + "    at async "
              + word
              + "Service.load (/srv/app/src/"
              + word
              + ".js:"
              + number()
              + ":7)");
    }
    lines.add(indent + "    at /srv/app/node_modules/ioredis/built/Redis.js:" + number() + ":11");
    lines.add(
        indent
            + "    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)");
    lines.add(indent + "    at Array.map (<anonymous>)");
  }

  private Sample node() {
    String word = pick(WORDS);
    List<String> lines = new ArrayList<>();
    lines.add("2026-01-02T03:04:05.123Z [orders] error: cannot publish");
    lines.add("Error: publish failed");
    nodeFrames(lines, word, "");
    lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " {");
    lines.add("  [cause]: TypeError: Cannot read properties of undefined (reading 'id')");
    nodeFrames(lines, word, "  ");
    lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " {");
    lines.add("    code: 'EBAD',");
    lines.add("    detail: [ 1, 2 ]");
    lines.add("  }");
    lines.add("}");
    return new Sample("node, cause", lines, "TypeError", word + "Service");
  }

  private Sample nodeUncaught() {
    String word = pick(WORDS);
    List<String> lines = new ArrayList<>();
    lines.add("/srv/app/src/" + word + ".js:" + number());
    lines.add("    throw new RangeError('no " + word + "');");
    lines.add("    ^");
    lines.add("");
    lines.add("RangeError: no " + word);
    nodeFrames(lines, word, "");
    lines.add("");
    lines.add("Node.js v20.11.1");
    return new Sample("node, uncaught", lines, "RangeError", word + "Service");
  }

  private Sample nodeAggregate() {
    String word = pick(WORDS);
    List<String> lines = new ArrayList<>();
    lines.add("AggregateError [ECONNREFUSED]: ");
    nodeFrames(lines, word, "");
    lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " {");
    lines.add("  code: 'ECONNREFUSED',");
    lines.add("  [errors]: [");
    for (int i = 0; i < 2; i++) {
      lines.add("    Error: connect ECONNREFUSED 127.0.0.1:" + number());
      nodeFrames(lines, word, "    ");
      lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " {");
      lines.add("      errno: -111,");
      lines.add("      syscall: 'connect'");
      lines.add(i == 0 ? "    }," : "    }");
    }
    lines.add("  ]");
    lines.add("}");
    return new Sample("node, aggregate", lines, "Error", word + "Service");
  }

  private void pythonFrames(List<String> lines, String word) {
    lines.add("Traceback (most recent call last):");
    for (int i = random.nextInt(3); i >= 0; i--) {
      lines.add("  File \"/srv/app/" + word + ".py\", line " + number() + ", in load_" + word);
      lines.add("    return self.store." + word + "(x)");
      if (random.nextBoolean()) {
        lines.add("           ^^^^^^^^^^^^^^^^^^^");
      }
    }
    lines.add("  File \"/usr/lib/python3.11/site-packages/redis/client.py\", line 2, in read");
    lines.add("    raise error");
  }

  private Sample python() {
    String word = pick(WORDS);
    List<String> lines = new ArrayList<>();
    lines.add("2026-01-02 03:04:05,123 - app.worker - ERROR - job " + number() + " failed");
    pythonFrames(lines, word);
    lines.add("redis.exceptions.ResponseError: WRONGTYPE Operation");
    return new Sample("python", lines, "ResponseError", "load_" + word);
  }

  private Sample pythonChained() {
    String word = pick(WORDS);
    List<String> lines = new ArrayList<>();
    pythonFrames(lines, word);
    lines.add("KeyError: 'id'");
    lines.add("");
    lines.add(
        random.nextBoolean()
            ? "During handling of the above exception, another exception occurred:"
            : "The above exception was the direct cause of the following exception:");
    lines.add("");
    pythonFrames(lines, word);
    lines.add("app.errors.StoreError: could not store");
    return new Sample("python, chained", lines, "KeyError", "load_" + word);
  }

  private Sample go() {
    String word = pick(WORDS);
    List<String> lines = new ArrayList<>();
    lines.add("panic: runtime error: index out of range [" + number() + "] with length 3");
    if (random.nextBoolean()) {
      lines.add("[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x45f2c1]");
    }
    lines.add("");
    lines.add("goroutine 1 [running]:");
    lines.add("main.(*" + word + "Store).Load(0xc000010000, {0x4b2f3a, 0x5})");
    lines.add("\t/srv/app/" + word + ".go:" + number() + " +0x1d");
    lines.add("main.main()");
    lines.add("\t/srv/app/main.go:12 +0x25");
    for (int i = random.nextInt(3); i > 0; i--) {
      lines.add("");
      lines.add("goroutine " + number() + " [chan receive, 2 minutes]:");
      lines.add("github.com/redis/go-redis/v9.(*Client).read(0xc0000a)");
      lines.add("\t/go/pkg/mod/github.com/redis/go-redis/v9/client.go:" + number() + " +0x8f");
      lines.add("created by main.start in goroutine 1");
      lines.add("\t/srv/app/main.go:" + number() + " +0x5b");
    }
    lines.add("exit status 2");
    return new Sample("go", lines, "panic", "main.(*" + word + "Store).Load");
  }

  private Sample dotnet() {
    String word = pick(WORDS);
    List<String> lines = new ArrayList<>();
    lines.add("2026-01-02 03:04:05.123 +00:00 [ERR] could not store");
    lines.add("System.InvalidOperationException: outer");
    lines.add(" ---> System.TimeoutException: inner " + number());
    lines.add("   at StackExchange.Redis.ConnectionMultiplexer.Connect() in /_/src/Mux.cs:line 12");
    lines.add(
        "   at Acme." + word + ".Load(Int32 id) in /srv/app/" + word + ".cs:line " + number());
    lines.add("   --- End of inner exception stack trace ---");
    lines.add("   at Acme." + word + ".Run() in /srv/app/" + word + ".cs:line " + number());
    lines.add("--- End of stack trace from previous location ---");
    lines.add("   at Acme.Program.Main(String[] args)");
    return new Sample("dotnet", lines, "TimeoutException", "Acme." + word);
  }
}

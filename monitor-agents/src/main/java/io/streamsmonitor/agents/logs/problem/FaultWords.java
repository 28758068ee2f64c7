package io.streamsmonitor.agents.logs.problem;

/** The words that tell of what kind a failure is. */
final class FaultWords {
  /** Memory ran out. */
  static final Phrases MEMORY =
      Phrases.listed(
          """
          outofmemoryerror, out of memory, heap space, heap out of memory, oomkilled, oom,
          gc overhead limit, cannot allocate memory, memoryerror, outofmemoryexception,
          memory exhausted, allocation failed, metaspace, oom-kill, memory limit exceeded,
          insufficient memory,
          """);

  /** A process died. */
  static final Phrases CRASH =
      Phrases.listed(
          """
          sigkill, sigterm, sigsegv, sigabrt, sigbus, segmentation fault, segfault,
          core dumped, uncaught, uncaughtexception, unhandled, unhandledrejection,
          unhandledpromiserejection, panic, panicked, crashed, exception in thread,
          fatal error, stack overflow, killed, terminating, abnormal termination,
          """);

  /** Something took too long. */
  static final Phrases TIMEOUT =
      Phrases.listed(
          """
          etimedout, timed out, timed-out, time out, timeout, timeouts, deadline exceeded,
          timeoutexception, timeouterror, sockettimeoutexception, not responding, no response,
          did not respond,
          """);

  /** Nobody at the other end, or not any more. */
  static final Phrases CONNECTION =
      Phrases.listed(
          """
          econnrefused, econnreset, epipe, enotfound, ehostunreach, enetunreach,
          connection refused, connection reset, reset by peer, connection lost,
          lost connection, connection closed, broken pipe, connection broken, unreachable,
          no route to host, socket closed, socket hang up, connectexception,
          jedisconnectionexception, redisconnectionexception, connectionerror,
          connection failure, could not connect, cannot connect, unable to connect,
          failed to connect, connection failed, unexpected end of stream, not connected,
          disconnected,
          """);

  private FaultWords() {}
}

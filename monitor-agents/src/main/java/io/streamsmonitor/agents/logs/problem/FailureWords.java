package io.streamsmonitor.agents.logs.problem;

/** The words by which programs say that something failed. */
final class FailureWords {
  /** Enough on a line without a level, and at WARN. */
  static final Phrases STRONG =
      Phrases.listed(
          """
          error, errors, exception, exceptions, failed, failure, failures, fails, fail,
          failing, cannot, can't, can not, couldn't, could not, unable, broken, refused,
          timed out, timed-out, time out, timeout, timeouts, unavailable, not responding,
          not-responding, no response, not respond, no answer, not answer, unreachable,
          not reachable, denied, rejected, aborted, aborting, crashed, crash, panic, panicked,
          fatal, corrupt, corrupted, corruption, giving up, gave up, lost, reset by peer,
          connection reset, killed, uncaught, unhandled, out of memory, deadlock, exhausted,
          deadline exceeded, limit exceeded, no space left, disk full, is full, segfault,
          segmentation fault, core dumped, stack overflow, unexpected end, unexpected eof,
          unexpectedly, no route to host, network is down, cluster is down, bad gateway,
          econnrefused, econnreset, etimedout, epipe, enotfound, ehostunreach, enetunreach,
          eaddrinuse, enospc, emfile, eacces, sigkill, sigterm, sigsegv, sigabrt, sigbus,
          oomkilled, oom-killer, oom, traceback, not authorized, undeliverable, not recoverable,
          unrecoverable, doesn't exist, does not exist, command not found, misbehaving,
          violated, poisoned, abnormally, not connected, no longer served, there is no server,
          no free, already in use, has expired, illegal, output buffer limits, noauth,
          wrongpass, nogroup, wrongtype, misconf, clusterdown, crossslot, masterdown, noperm,
          dropped, stuck, mismatch, too many open files, problem, problems, bug report,
          too long, too quickly, flooding, has died, hang up, not enough, out of sync,
          insufficient, declined, bounced, unhealthy, stalled, crashloopbackoff, i/o error,
          blocked for more than, no such host, prematurely, +sdown, +odown, last few gcs,
          no server available, no servers available, no available, no healthy, no live,
          no leader, no cluster leader, exceeded, not complete, did not complete,
          taking longer, unclean, rolled back, nacked, slow consumer, due to memory pressure,
          under memory pressure, timedout, not authorised, not valid, servfail, too often,
          as failing,
          """);

  /** Said in passing, too: enough only where the line calls itself a warning. */
  static final Phrases MILD =
      Phrases.listed(
          """
          did not, was not, not found, quit, terminated, invalid, forbidden, disconnected,
          fault, incorrect, no such, unauthorized, poison, malformed, inconsistent,
          dead letter, dead-letter, dlq, not permitted, violation, dropping, discarding,
          discarded, expired, unsupported, missing, missed, unexpected, overflow, starvation,
          overloaded, above threshold, exceeds, over limit, closed to open, half_open to open,
          circuit open, breaker open, breaker is open, is down, status down, bad, not ready,
          unsuccessful, readonly you, loading redis, unresponsive, hung, leak, leaked,
          blocked, degraded, too many, undefined, too low, too high, too large, too big,
          too small, too few, too old, too slow, out of disk, out of space, out of range,
          out of bounds, out of order, out of resources, out of shared memory,
          out of file descriptors, beyond, lack of, offline, lagging, lag, behind, drift,
          skew, alarm, critical, back-off, backing off, overhead, killing, evicted, evicting,
          eviction, slow, slowly, pause, paused, congestion, saturated, throttled, throttling,
          backlog, retrying, will retry, reconnecting, trying again, breaker opened, starved,
          stepping down, suspicious, conflict, gc in, took, longer than, partitioned, suspect,
          nospace, stale, flapping, unstable, unknown host, not resolved, unresolved,
          underreplicated, under-replicated, growing, grows, reached, incomplete,
          before completing, before message completed, closed before, dirty, duplicate,
          in progress, not completed, piling up, low on, running out, unauthorised, retried,
          delayed, attack, pending for, does not have any,
          """);

  /**
   * What is not said of a name or a setting, but of what has happened: enough at INFO. A noun such
   * as {@code error} or {@code timeout} is not among them.
   */
  static final Phrases REPORTED =
      Phrases.listed(
          """
          connection refused, connection reset, reset by peer, broken pipe, lost, unreachable,
          not reachable, no route to host, network is down, no such host, no response,
          not responding, did not respond, does not respond, handshake error,
          handshake failed, handshake failure, prematurely, unexpectedly, unexpected eof,
          unexpected end, timed out, missed heartbeat, missed heartbeats, heartbeat timeout,
          timeout has expired, timeout reached, too long, deadline exceeded, killed, has died,
          crashed, crashloopbackoff, aborted, terminated by signal, exited on signal,
          abnormal code, abnormally, giving up, gave up, given up, not properly shut down,
          was interrupted, stuck, stalled, deadlock, corrupted, corrupt, corruption,
          were dropped, was dropped, been dropped, dropping message, dropping messages,
          dropping packet, dropping packets, dropping event, dropping events,
          dropping request, dropping connection, dropping record, message dropped,
          packet dropped, event dropped, messages dropped, packets dropped, events dropped,
          undeliverable, bounced, to dead letter, to dead-letter, to the dead letter,
          to the dead-letter, to dlq, to the dlq, dead-lettered, poison message, refused,
          rejected, denied, declined, no space left, disk full, is full, queue full,
          buffer full, table full, exhausted, not enough, insufficient, out of sync,
          unavailable, unhealthy, became inactive, notready, is down, is now down, state down,
          status down, went down, link down, is offline, went offline, no quorum, cannot,
          can't, could not, couldn't, unable to, i/o error, io error, read error, write error,
          tls error, breaker opened, breaker open, breaker is open, breaker is now open,
          circuit open, circuit opened, to [red], status red, health red, too many open files,
          too many connections, already in use, not authorized, permission denied, segfault,
          last few gcs, +sdown, +odown, no server available, no servers available,
          no available, no healthy, no live, no leader, no cluster leader, not a quorum,
          rolled back, nacked, slow consumer, executed twice, processed twice,
          delivered twice, expired before, before completing, unclean, limit exceeded,
          quota exceeded, retries exceeded, attempts exceeded, exceeded the, exceeded with,
          due to memory pressure, under memory pressure, not authorised, not valid, servfail,
          as failing, exceeded quota, socket hang up, peer hung up, blocked for more than,
          went away, considered dead, ejected, not healthy, session expired, no answer,
          failed liveness probe, failed readiness probe, not in sudoers, unreadable,
          filesystem read-only, stopping serving, closed to open, half_open to open,
          no longer ours, abandoned, nogroup, short read, returned to sender,
          any other active server processes, replication timeout, failed to validate,
          failover-abort-no-good-slave, failover-abort-not-elected,
          failover-abort-slave-timeout, no reply from, became read-only, got signal 6,
          got signal 11, not restarting,
          """);

  /** Enough on a line of any level. */
  static final Phrases HARD =
      Phrases.listed(
          """
          sigkill, sigsegv, sigabrt, sigbus, oomkilled, outofmemoryerror, out of memory,
          econnrefused, econnreset, etimedout, heap out of memory, java heap space,
          heap space, gc overhead limit exceeded, oom-killer, i/o timeout,
          cannot achieve, certificate_verify_failed, uncaught exception, uncaughtexception,
          unhandled exception, unhandledrejection, unhandled rejection,
          unhandledpromiserejection, segmentation fault, core dumped, oom, sigterm,
          connection refused, reset by peer, no space left, too many open files,
          no route to host, deadlock detected,
          """);

  private FailureWords() {}
}

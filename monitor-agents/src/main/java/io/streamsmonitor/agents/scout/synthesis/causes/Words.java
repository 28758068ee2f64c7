package io.streamsmonitor.agents.scout.synthesis.causes;

import io.streamsmonitor.core.finding.Finding;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a finding's words can give away beyond its category. */
enum Words {
  /** It speaks of something that is called and that is not Redis. */
  DEPENDENCY(
      "https?://|jdbc|\\bsql|postgres|mysql|mariadb|oracle|mongo|hikari|connection pool|cassandra"
          + "|elastic|\\bsmtp|\\bgrpc|\\bfeign|resttemplate|webclient|httpclient|okhttp|axios"
          + "|\\bupstream|\\b50[234]\\b|rpc error|(?<![\\w-])api(?![\\w-])|downstream service"
          + "|\\bcalling\\b|\\bvendor|third.party|database|\\bquery\\b|querycancel|statement time-?out"
          + "|lock wait|psycopg|asyncpg|pymysql|sqlalchemy|\\bpgx\\b|npgsql|sqlclient|sqlexception"
          + "|requests\\.exceptions|urllib3|aiohttp|httpx|httpsconnectionpool|reqwest|hyper::"
          + "|\\b(did not|didn't|does not|doesn't) (answer|respond)|\\banswered (after|in)\\b"
          + "|no (answer|response) (from|of)\\b|dynamo|\\bs3\\b|bucket|\\bldap",
      "redis|jedis|lettuce|:6379|xread|xack|xadd|(slot|worker|permit|semaphore|executor)s?\\b"),
  /** Something that is called is slow or away, and not merely of another opinion. */
  LATE(
      "time[ds]?[ -]?out|deadline|slow|\\btook \\d|unavailable"
          + "|connection refused|econnrefused|unreachable|\\b5\\d\\d\\b|exhausted|did(n't| not) (answer|respond)|does not answer"
          + "|no (answer|response)|latency|circuit",
      "(?!)"),
  /** A blocking read of Redis ran into its client's time-out. */
  READ_TIMED_OUT(
      "xread(group)?\\b[\\s\\S]{0,600}time[ds]? ?-?out|time[ds]? ?-?out[\\s\\S]{0,600}xread(group)?\\b",
      "(?!)"),
  /** It tries again. */
  TRIES_AGAIN("\\bretr(y|ies|ied|ying)|\\b(try|tries|tried|trying) again|attempt", "(?!)"),
  /** Redis has no memory left for a write. */
  REDIS_FULL("OOM command not allowed|used memory > '?maxmemory|maxmemory", "(?!)"),
  /** Redis cannot be reached: whoever ends for that begins again when it is back. */
  NO_REDIS(
      "(cannot|can't|could not|unable to|failed to) (reach|connect to)[^\\n]{0,40}(redis|:6379)",
      "(?!)"),
  /** Redis does not let the service in, or not do what it wants. */
  REFUSED(
      "\\bNOAUTH\\b|\\bWRONGPASS\\b|\\bNOPERM\\b|READONLY You can't write|invalid password",
      "(?!)"),
  /** Somebody else listens on the port. */
  PORT_TAKEN("address already in use|EADDRINUSE|BindException|port \\d+ (was|is) already", "(?!)"),
  /** The group goes on reading, only slower than is written. */
  READS_ON("the group reads, but slower", "(?!)"),
  /** The group's read position stands still, or who should move it is gone. */
  STANDS(
      "the group stopped|read position does not move|has not been active for|consumers are ghosts"
          + "|no consumer at all",
      "(?!)"),
  /** Consumers are gone while others of their group live. */
  GHOSTS("names nobody uses any more|while others of the group read on", "(?!)"),
  /** A thread ended, and its process need not. */
  THREAD_ENDED("Exception in thread (?!\\W{0,2}(main|MainThread)\\b)", "(?!)"),
  /** Somebody writes to a stream. */
  PUBLISHES("\\b(re-?)?publish|\\bxadd\\b|\\bre-?sen[dt]|\\bre-?queu", "(?!)"),
  /** Somebody waits for room or for an answer. */
  WAITS(
      "\\bwait(s|ed|ing)?\\b|\\bpaus(e|ed|es|ing)\\b|back.?pressure|\\bblocked\\b|\\bthrottl|no room"
          + "|\\bfull\\b|limit (is )?(reached|exceeded)|too many unread|\\bheld (up|back)\\b",
      "(?!)"),
  /** Somebody else works on the same, or has done it already. */
  TWICE(
      "in (progress|work) (at|by|on)|already (being )?(processed|handled|done|claimed|taken|in work)"
          + "|delivered twice|duplicate|XACK returned 0|taken over by another",
      "(?!)"),
  /** A variable of the environment is not there; group 1 to 5 name it. */
  NO_VARIABLE(
      "KeyError: '(?-i:([A-Z][A-Z0-9_]{2,}))'"
          + "|\\benv(?:ironment)?(?: ?var(?:iable)?s?)?\\W+(?-i:([A-Z][A-Z0-9_]{2,}))\\W.{0,30}?"
          + "(?:not set|missing|required|undefined|must be set|not defined|unset|empty)"
          + "|(?-i:\\b([A-Z][A-Z0-9]*_[A-Z0-9_]+))\\W{1,3}(?:is |was |are |environment variable |env var )*"
          + "(?:not set|missing|required|undefined|must be set|not defined|unset)"
          + "|(?:missing|required|undefined|unset)(?: required)? (?:environment|env|configuration)?"
          + " ?(?:variable|var|setting)s?\\W+(?-i:([A-Z][A-Z0-9_]{2,}))"
          + "|could not resolve placeholder '(?-i:([A-Z][A-Z0-9_]{2,}))",
      "(?!)"),
  /** The key of a stream holds something else. */
  WRONG_TYPE("\\bWRONGTYPE\\b", "(?!)"),
  /** No consumer of the group shows itself, though there were some. */
  STOPPED("consumers are ghosts|the group stopped", "(?!)"),
  /** The group never had a consumer. */
  NOBODY("no consumer at all", "(?!)"),
  /** Consumers are there, and nothing is read. */
  HANGS("read position does not move: the handler hangs", "(?!)"),
  /** A stream grows since a group of it is behind. */
  OUTRUNS("producers are faster than group", "(?!)"),
  NO_GROUP("\\bNOGROUP\\b|no such (consumer )?group|\\bUNBLOCKED the stream key no longer", "(?!)"),
  /** Entries were removed before they were handled. */
  TRIMMED("ghost entries|trimm(ed|ing)|payload (is )?gone|deleted before", "(?!)");

  private final Pattern pattern;
  private final Pattern not;

  Words(String pattern, String not) {
    this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    this.not = Pattern.compile(not, Pattern.CASE_INSENSITIVE);
  }

  /** What the expression names in what the finding says, or null. */
  @Nullable String named(Finding f) {
    Matcher found = pattern.matcher(f.title() + "\n" + f.evidence());
    if (found.find()) {
      for (int group = 1; group <= found.groupCount(); group++) {
        if (found.group(group) != null) {
          return found.group(group);
        }
      }
    }
    return null;
  }

  boolean in(Finding f) {
    String said = f.title() + "\n" + f.evidence() + "\n" + f.text("hypothesis");
    return pattern.matcher(said).find() && !not.matcher(said).find();
  }
}

package io.streamsmonitor.core.fleet;

import io.streamsmonitor.core.model.RawLine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a service says that it is ready: a line of its output, or its open port. */
final class ReadySignal {
  private static final int CONNECT_MS = 100;
  private static final int LOOKED_AT = 2000;
  private static final Set<String> MESSAGES = Set.of("event", "message", "msg", "body", "text");

  private static final Pattern USUAL =
      Pattern.compile(
          "(?i)\\blistening (on|at)\\b|\\blistening for (connections|requests|http|tcp|grpc)\\b"
              + "|\\blistening\\b[^\\w]*$|\\blistening\\W+(\\S*:)?\\d{2,5}\\b|\\blistening\\b.*\\bport\\b"
              + "|\\bstarted\\b.{0,80}\\b(on|at) (port|address|https?:|\\S*:\\d{2,5})"
              + "|\\bstarted \\S+ in [\\d.,]+ ?(s|ms|sec|seconds|milliseconds)\\b|\\bstarted in [\\d.,]+ ?m?s"
              + "|\\b(tomcat|jetty|netty|undertow|nest|kestrel)\\b.{0,40}\\bstarted\\b"
              + "|\\b(server|service|application|app|worker|consumer|producer|subscriber|processor|gateway"
              + "|publisher|api)( \\S+)? (has |is )?(now )?(successfully )?"
              + "(started|up|running|online|up and running)\\b(?! up)"
              + "|\\b(application )?startup complete\\b|\\brunning (at|on) (port|https?:|\\S*:\\d{2,5})"
              + "|\\bserving\\b.{0,40}\\b(on|at)\\b|\\baccept(ing|s)? (\\w+ )?(connections|requests|traffic)\\b"
              + "|\\bservice\\.started\\b|\\bready\\b"
              + "|\\b(subscribed to|consuming from|polling) \\S|\\bjoined (consumer )?group\\b");

  /** A consumer that has nothing to do yet is as ready as one can be. */
  private static final Pattern IDLE =
      Pattern.compile(
          "(?i)\\bwaiting for (new |the next |next |incoming )?"
              + "(messages?|jobs?|tasks?|events?|entries|work)\\b(?! \\w+ to\\b)");

  /** What a service says that is not at work yet, or no more. */
  private static final Pattern TROUBLE =
      Pattern.compile(
          "(?i)error|exception|traceback|fatal|panic|\\bfail|refused|denied|cannot|unable|n't\\b"
              + "|\\bnot\\b|retry|retries|\\bwait|\\bstarting|\\bboot|connecting|initiali|loading|\\bexit");

  private static final Pattern NOT =
      Pattern.compile(
          "(?i)\\b(not|never|no longer|cannot|unable|unready|fail(s|ed|ure|ing)?|refused|waiting|waits?"
              + "|awaiting|until|before|unless|when|once|will|would|should|be|get(ting)?"
              + "|retry(ing)?|retries|stopp(ed|ing)|shut(ting)?|exit(ed|ing)|timed out|dt_socket"
              + "|debugger|readiness)\\b|n't\\b|\\bready\\W{1,4}(false|no|0)\\b|\\b0/\\d+\\b.{0,20}ready"
              + "|\\b(redis|database|db|postgres\\w*|mysql|mongo\\w*|kafka|cache|connections?|client"
              + "|pool|schema|migrations?|config\\w*)\\W+((connection|client|pool|is|are|now)\\W+)*ready");

  private final @Nullable Pattern given;
  private final Pattern own;
  private final int port;

  /**
   * @param name of the service, which its own words for "started" often have beside them
   * @param given regular expression that is searched in each line, or null for the usual ones
   * @param port on loopback, or 0
   */
  ReadySignal(String name, @Nullable String given, int port) {
    this.given = given == null ? null : Pattern.compile(given);
    this.own = own(name);
    this.port = port;
  }

  /** "mail-sender started", "Started mail sender", "MailSender is up". */
  private static Pattern own(String name) {
    String split = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
    String words = split.strip().replaceAll("[^\\p{L}\\p{N}]+", "\\\\W?");
    String named = "(?<!\\w)" + words;
    return Pattern.compile(
        "(?i)"
            + named
            + "\\W(.{0,40}\\W)?(started|running|online)\\b|"
            + named
            + "\\W(.{0,20}\\W(is|now) )?up\\W*$|\\bstarted (\\w+ ){0,2}"
            + named);
  }

  int port() {
    return port;
  }

  /** Whether these lines are those of a service that works, though none says that it is ready. */
  boolean works(Collection<String> lines) {
    return given == null && port == 0 && lines.stream().noneMatch(l -> TROUBLE.matcher(l).find());
  }

  /** The words of the line that say ready, or null. */
  @Nullable String words(RawLine line) {
    String raw = line.text();
    String text = VisibleText.strip(raw.length() > LOOKED_AT ? raw.substring(0, LOOKED_AT) : raw);
    if (given != null) {
      return given.matcher(text).find() ? text.strip() : null;
    }
    Map<String, String> json = JsonLine.fields(line.bytes(), 0, line.bytes().length, MESSAGES);
    Collection<String> said = json.isEmpty() ? List.of(text) : json.values();
    return said.stream().filter(this::saysReady).map(String::strip).findFirst().orElse(null);
  }

  private boolean saysReady(String said) {
    return IDLE.matcher(said).find()
        || ((USUAL.matcher(said).find() || own.matcher(said).find()) && !NOT.matcher(said).find());
  }

  /** Whether something listens on the port now. */
  boolean portOpen() {
    return port > 0 && (open("127.0.0.1") || open("::1"));
  }

  private boolean open(String address) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByName(address), port), CONNECT_MS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}

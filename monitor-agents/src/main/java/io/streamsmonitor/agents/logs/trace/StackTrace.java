package io.streamsmonitor.agents.logs.trace;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A trace, read.
 *
 * @param links the exceptions of its chain in the order of the text, at least one
 * @param rootLast whether the last link is the cause of the others; with Python it is the first
 */
public record StackTrace(List<Link> links, boolean rootLast) {
  private static final int TELLING_FRAMES = 4;

  /**
   * One exception.
   *
   * @param type such as {@code java.lang.IllegalStateException}, or empty
   * @param frames innermost first, as text without numbers that change
   */
  public record Link(String type, String message, List<String> frames) {
    public Link {
      frames = List.copyOf(frames);
    }

    /** The type without its package. */
    public String name() {
      return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('/')) + 1);
    }
  }

  public StackTrace {
    links = List.copyOf(links);
  }

  /** Reads the lines of a trace, its header among them. */
  public static StackTrace parse(List<String> lines) {
    return new TraceReader().read(lines);
  }

  /** What was thrown first. */
  public Link root() {
    return links.get(rootLast ? links.size() - 1 : 0);
  }

  /** What arrived at the top. */
  public Link outer() {
    return links.get(rootLast ? 0 : links.size() - 1);
  }

  /** The innermost frame in code that is no library's, or null. */
  public @Nullable String ownFrame() {
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(rootLast ? links.size() - 1 - i : i);
      for (String frame : link.frames()) {
        if (OwnCode.is(frame)) {
          return frame;
        }
      }
    }
    return null;
  }

  /** {@code IllegalStateException <- JedisConnectionException}. */
  public String chain() {
    return links.stream()
        .map(link -> link.name().isEmpty() ? "?" : link.name())
        .collect(Collectors.joining(" <- "));
  }

  /** Equal for two traces of the same fault: every type of the chain and its first frames. */
  public String fingerprint() {
    return links.stream()
        .map(
            link ->
                link.type()
                    + "@"
                    + link.frames().stream().limit(TELLING_FRAMES).collect(Collectors.joining(";")))
        .collect(Collectors.joining("|"));
  }
}

package io.streamsmonitor.core.fleet;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a runner of several processes writes before each of their lines.
 *
 * @param label as it stands there
 * @param style how the runner writes it
 * @param sure whether nothing but a runner writes so; else the label must prove itself
 * @param end index of the first character that is the service's own
 */
record RunnerPrefix(String label, Style style, boolean sure, int end) {
  private static final String NAME = "(?<name>[A-Za-z@_][\\w.@/:-]{0,79}?)";
  private static final String TASK =
      "(?:dev|start|serve|server|watch|run|up|prod|build|worker|local)(?:[:.-][\\w.-]+)*";

  /** How runners write prefixes. */
  enum Style {
    /** {@code [orders] …}: concurrently, npm-run-all, process-compose, yarn. */
    BRACKET,
    /** {@code orders-1 | …}, {@code 12:00:01 orders.1 | …}: compose, foreman, overmind, pm2. */
    PIPE,
    /** {@code orders:dev: …}, {@code services/orders dev: …}: turbo, pnpm. */
    TASK,
    /** {@code orders: …}: lerna; far too common in plain lines to be learnt. */
    COLON
  }

  private record Form(Style style, boolean sure, Pattern pattern) {}

  private static final List<Form> FORMS =
      List.of(
          form(Style.BRACKET, false, "\\[(?<name>[^\\]\\[|{}\"]{1,80})\\]:? ?"),
          form(
              Style.PIPE,
              true,
              "\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)? +" + NAME + "(?:\\.\\d+)?\\s*\\| ?"),
          form(Style.PIPE, true, "\\d+\\|" + NAME + "\\s*\\| ?"),
          form(Style.PIPE, true, NAME + "[-_.]\\d{1,3}\\s*\\| ?"),
          form(Style.PIPE, true, NAME + "[-_]\\d{1,3} (?=exited with code \\d{1,3}$)"),
          form(Style.PIPE, false, NAME + "\\s*\\| ?"),
          form(Style.TASK, true, "(?<name>(?:@[\\w.-]+/)?[\\w.-]+):" + TASK + ": ?"),
          form(Style.TASK, true, "(?<name>[\\w.@-]+(?:/[\\w.@-]+)+) " + TASK + "[:$] ?"),
          form(Style.COLON, false, NAME + ": "));

  private static Form form(Style style, boolean sure, String regex) {
    return new Form(style, sure, Pattern.compile(regex));
  }

  /** The prefix of the line, or null where it begins like no runner's line. */
  static @Nullable RunnerPrefix of(CharSequence line) {
    for (Form form : FORMS) {
      Matcher matcher = form.pattern().matcher(line);
      if (matcher.lookingAt()) {
        String label = matcher.group("name").strip();
        return new RunnerPrefix(label, form.style(), form.sure(), matcher.end());
      }
    }
    return null;
  }
}

package io.streamsmonitor.agents.logs.parse;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message whose values stand in fields of their own, as Serilog and its kin write it. */
final class MessageTemplate {
  private static final Pattern HOLE =
      Pattern.compile("\\{[@$]?([A-Za-z_]\\w*)(?:,-?\\d+)?(?::[^{}]*)?\\}");

  private MessageTemplate() {}

  /** The message with the values of the fields in place of their names. */
  static String filled(String message, Map<String, String> fields) {
    boolean template =
        message.indexOf('{') >= 0
            && (fields.containsKey("@mt")
                || fields.containsKey("MessageTemplate")
                || fields.containsKey("messageTemplate"));
    return template
        ? HOLE.matcher(message).replaceAll(m -> Matcher.quoteReplacement(value(m.group(1), fields)))
        : message;
  }

  private static String value(String name, Map<String, String> fields) {
    String value = fields.get(name);
    return value != null ? value : fields.getOrDefault("Properties." + name, "{" + name + "}");
  }
}

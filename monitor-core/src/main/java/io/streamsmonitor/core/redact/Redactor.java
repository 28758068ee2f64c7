package io.streamsmonitor.core.redact;

/** Takes secrets out of a text. The same text always gives the same result. */
@FunctionalInterface
public interface Redactor {
  /** Leaves everything as it is: {@code --unredacted}. */
  Redactor NONE = text -> text;

  /** The text with every secret replaced by its kind, never by a part of it that could be used. */
  String redact(String text);
}

package io.streamsmonitor.envelope.redis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.util.SafeEncoder;

/** The entry of an XADD that has not been written yet. */
public final class AddedEntry {
  private final CommandArguments command;
  private final int firstField;
  private final List<String> names;

  private AddedEntry(CommandArguments command, int firstField, List<String> names) {
    this.command = command;
    this.firstField = firstField;
    this.names = names;
  }

  /** Reads the command; {@code null} when it is not a well-formed XADD, which Redis will refuse. */
  static @Nullable AddedEntry of(CommandArguments command) {
    int id = idPosition(command);
    int size = command.size();
    if (id < 0 || id + 2 >= size || (size - id - 1) % 2 != 0) {
      return null;
    }
    List<String> names = new ArrayList<>((size - id) / 2 + 7);
    for (int i = id + 1; i < size; i += 2) {
      names.add(text(command, i));
    }
    return new AddedEntry(command, id + 1, names);
  }

  /** The stream it goes to. */
  public String stream() {
    return text(command, 1);
  }

  /** The names of its fields now, in order. */
  public List<String> names() {
    return Collections.unmodifiableList(names);
  }

  /** The value of a field as text, or {@code null}; values nobody asks for are never decoded. */
  public @Nullable String value(String name) {
    byte[] raw = raw(name);
    return raw == null ? null : SafeEncoder.encode(raw);
  }

  /** The value of a field as it is sent, or {@code null}. */
  public byte @Nullable [] raw(String name) {
    int at = names.indexOf(name);
    return at < 0 ? null : command.get(firstField + 2 * at + 1).getRaw();
  }

  /** Adds a field to the entry, unless it has one of that name. */
  public void append(String name, String value) {
    if (!names.contains(name)) {
      names.add(name);
      command.add(name).add(value);
    }
  }

  /** Where the id stands, behind all options; -1 when the command ends before it. */
  private static int idPosition(CommandArguments command) {
    int at = 2;
    while (at < command.size()) {
      int width = optionWidth(command, at);
      if (width == 0) {
        return at;
      }
      at += width;
    }
    return -1;
  }

  private static int optionWidth(CommandArguments command, int at) {
    byte[] raw = command.get(at).getRaw();
    if (raw.length == 0 || !Character.isLetter(raw[0])) {
      return 0;
    }
    return switch (SafeEncoder.encode(raw).toUpperCase(Locale.ROOT)) {
      case "NOMKSTREAM", "KEEPREF", "DELREF", "ACKED" -> 1;
      case "LIMIT", "IDMPAUTO" -> 2;
      case "IDMP" -> 3;
      case "MAXLEN", "MINID" -> at + 1 < command.size() && isOperator(command, at + 1) ? 3 : 2;
      default -> 0;
    };
  }

  private static boolean isOperator(CommandArguments command, int at) {
    byte[] raw = command.get(at).getRaw();
    return raw.length == 1 && (raw[0] == '~' || raw[0] == '=');
  }

  private static String text(CommandArguments command, int at) {
    return SafeEncoder.encode(command.get(at).getRaw());
  }
}

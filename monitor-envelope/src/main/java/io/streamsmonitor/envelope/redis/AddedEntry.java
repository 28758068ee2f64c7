package io.streamsmonitor.envelope.redis;

import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.args.Rawable;

/** The entry of an XADD that has not been written yet. */
public final class AddedEntry implements RawFields {
  private final CommandArguments command;
  private final int firstField;
  private int fields;

  private AddedEntry(CommandArguments command, int firstField) {
    this.command = command;
    this.firstField = firstField;
    this.fields = (command.size() - firstField) / 2;
  }

  /** Reads the command; {@code null} when it is not a well-formed XADD, which Redis will refuse. */
  static @Nullable AddedEntry of(CommandArguments command) {
    int id = idPosition(command);
    int size = command.size();
    if (id < 0 || id + 2 >= size || (size - id - 1) % 2 != 0) {
      return null;
    }
    return new AddedEntry(command, id + 1);
  }

  /** The stream it goes to. */
  public byte[] stream() {
    return command.get(1).getRaw();
  }

  @Override
  public int fields() {
    return fields;
  }

  @Override
  public byte[] name(int at) {
    return command.get(firstField + 2 * at).getRaw();
  }

  @Override
  public byte[] value(int at) {
    return command.get(firstField + 2 * at + 1).getRaw();
  }

  /** Adds a field behind those that are there. */
  public void append(Rawable name, byte[] value) {
    command.add(name).add(value);
    fields++;
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
    if (is("MAXLEN", raw) || is("MINID", raw)) {
      return at + 1 < command.size() && isOperator(command, at + 1) ? 3 : 2;
    }
    if (is("LIMIT", raw) || is("IDMPAUTO", raw)) {
      return 2;
    }
    if (is("NOMKSTREAM", raw) || is("KEEPREF", raw) || is("DELREF", raw) || is("ACKED", raw)) {
      return 1;
    }
    return is("IDMP", raw) ? 3 : 0;
  }

  private static boolean is(String option, byte[] raw) {
    if (raw.length != option.length()) {
      return false;
    }
    for (int i = 0; i < raw.length; i++) {
      // Letters differ from their lower case in this one bit.
      if ((raw[i] & 0xdf) != option.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOperator(CommandArguments command, int at) {
    byte[] raw = command.get(at).getRaw();
    return raw.length == 1 && (raw[0] == '~' || raw[0] == '=');
  }
}

package io.streamsmonitor.agents.streams.jedis;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.commands.ProtocolCommand;

/** One command for the pipeline. Everything that is ever sent is made here. */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Ask(ProtocolCommand command, byte[]... args) {
  private static final byte[] GROUPS = ascii("GROUPS");
  private static final byte[] STREAM = ascii("STREAM");
  private static final byte[] CONSUMERS = ascii("CONSUMERS");
  private static final byte[] COUNT = ascii("COUNT");
  private static final byte[] FROM = ascii("-");
  private static final byte[] TO = ascii("+");

  static final Ask TIME = new Ask(Command.TIME);

  static Ask scan(byte[] cursor, String glob) {
    return new Ask(
        Command.SCAN,
        cursor,
        ascii("MATCH"),
        glob.getBytes(StandardCharsets.UTF_8),
        COUNT,
        ascii("1000"),
        ascii("TYPE"),
        ascii("stream"));
  }

  static Ask groups(byte[] key) {
    return new Ask(Command.XINFO, GROUPS, key);
  }

  static Ask stream(byte[] key) {
    return new Ask(Command.XINFO, STREAM, key);
  }

  static Ask length(byte[] key) {
    return new Ask(Command.XLEN, key);
  }

  static Ask consumers(byte[] key, byte[] group) {
    return new Ask(Command.XINFO, CONSUMERS, key, group);
  }

  /** Never with IDLE: that one walks the whole list, 61.6 ms of stopped server at a million. */
  static Ask pending(byte[] key, byte[] group, String after, int count) {
    byte[] from = after.isEmpty() ? FROM : ascii("(" + after);
    return new Ask(Command.XPENDING, key, group, from, TO, ascii(Integer.toString(count)));
  }

  static Ask after(byte[] key, String id, int count) {
    return new Ask(Command.XRANGE, key, ascii("(" + id), TO, COUNT, ascii(Integer.toString(count)));
  }

  static Ask newest(byte[] key, int count) {
    return new Ask(Command.XREVRANGE, key, TO, FROM, COUNT, ascii(Integer.toString(count)));
  }

  /** The permission that allows it, as ACL SETUSER spells it. */
  String permission() {
    String name = ascii(command.getRaw()).toLowerCase(Locale.ROOT);
    return "+" + name;
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static String ascii(byte[] text) {
    return new String(text, StandardCharsets.US_ASCII);
  }
}

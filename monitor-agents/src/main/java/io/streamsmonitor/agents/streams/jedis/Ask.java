package io.streamsmonitor.agents.streams.jedis;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One command, as it goes over the wire. Everything that is ever sent is made here. */
final class Ask {
  private static final byte[] GROUPS = ascii("GROUPS");
  private static final byte[] STREAM = ascii("STREAM");
  private static final byte[] CONSUMERS = ascii("CONSUMERS");
  private static final byte[] COUNT = ascii("COUNT");
  private static final byte[] FROM = ascii("-");
  private static final byte[] TO = ascii("+");

  static final Ask PING = new Ask("PING");
  static final Ask TIME = new Ask("TIME");
  static final Ask CLIENT_LIST = new Ask("CLIENT", ascii("LIST"));

  static final Ask CLUSTER_SLOTS = new Ask("CLUSTER", ascii("SLOTS"));
  static final Ask CLUSTER_INFO = new Ask("CLUSTER", ascii("INFO"));

  /** How the reply is read: as whatever it is, or as rows known beforehand. */
  enum Form {
    ANY,
    GROUPS,
    CONSUMERS,
    PENDING
  }

  private final String command;
  private final byte[] wire;
  private final @Nullable Echo echo;
  private final Form form;

  Ask(String command, byte[]... args) {
    this(command, Form.ANY, null, args);
  }

  private Ask(String command, Form form, @Nullable Echo echo, byte[]... args) {
    this.command = command;
    this.form = form;
    this.echo = echo;
    this.wire = encoded(command, args);
  }

  static Ask scan(byte[] cursor, String glob) {
    return new Ask(
        "SCAN",
        cursor,
        ascii("MATCH"),
        utf8(glob),
        COUNT,
        ascii("1000"),
        ascii("TYPE"),
        ascii("stream"));
  }

  /** Asked at every look: a reply that says the same as the last one is answered as SAME. */
  static Ask groups(byte[] key) {
    return new Ask("XINFO", Form.GROUPS, new Echo(), GROUPS, key);
  }

  /** Asked at every look: a reply that says the same as the last one is answered as SAME. */
  static Ask stream(byte[] key) {
    return new Ask("XINFO", Form.ANY, new Echo(), STREAM, key);
  }

  static Ask length(byte[] key) {
    return new Ask("XLEN", key);
  }

  static Ask consumers(byte[] key, byte[] group) {
    return new Ask("XINFO", Form.CONSUMERS, null, CONSUMERS, key, group);
  }

  /** Never with IDLE: that one walks the whole list, 61.6 ms of stopped server at a million. */
  static Ask pending(byte[] key, byte[] group, String after, int count) {
    byte[] from = after.isEmpty() ? FROM : ascii("(" + after);
    byte[] most = ascii(Integer.toString(count));
    return new Ask("XPENDING", Form.PENDING, null, key, group, from, TO, most);
  }

  static Ask after(byte[] key, String id, int count) {
    return new Ask("XRANGE", key, ascii("(" + id), TO, COUNT, ascii(Integer.toString(count)));
  }

  static Ask entry(byte[] key, String id) {
    return new Ask("XRANGE", key, ascii(id), ascii(id), COUNT, ascii("1"));
  }

  static Ask newest(byte[] key, int count) {
    return new Ask("XREVRANGE", key, TO, FROM, COUNT, ascii(Integer.toString(count)));
  }

  /** The newest entry, where there is one after the id. */
  static Ask newestAfter(byte[] key, String id) {
    return new Ask("XREVRANGE", key, TO, ascii("(" + id), COUNT, ascii("1"));
  }

  private static byte[] encoded(String command, byte[]... args) {
    byte[] head = ascii("*" + (args.length + 1) + "\r\n$" + command.length() + "\r\n" + command);
    int size = head.length + 2;
    byte[][] sizes = new byte[args.length][];
    for (int i = 0; i < args.length; i++) {
      sizes[i] = ascii("$" + args[i].length + "\r\n");
      size += sizes[i].length + args[i].length + 2;
    }
    byte[] out = new byte[size];
    int at = end(out, put(out, 0, head));
    for (int i = 0; i < args.length; i++) {
      at = end(out, put(out, put(out, at, sizes[i]), args[i]));
    }
    return out;
  }

  private static int put(byte[] out, int at, byte[] part) {
    System.arraycopy(part, 0, out, at, part.length);
    return at + part.length;
  }

  private static int end(byte[] out, int at) {
    out[at] = '\r';
    out[at + 1] = '\n';
    return at + 2;
  }

  /** Its bytes; not to be written to. */
  byte[] wire() {
    return wire;
  }

  /** The next reply is read whatever it says. */
  void readAgain() {
    if (echo != null) {
      echo.forget();
    }
  }

  Form form() {
    return form;
  }

  /** What the last reply was like, where that is remembered. */
  @Nullable Echo echo() {
    return echo;
  }

  /** The command's first word, upper case; CLIENT with its second. */
  String command() {
    return this == CLIENT_LIST ? "CLIENT LIST" : command;
  }

  /** The permission that allows it, as ACL SETUSER spells it. */
  String permission() {
    String name = command.toLowerCase(Locale.ROOT);
    return switch (name) {
      case "client" -> "+client|list";
      case "command" -> "+command|info";
      case "cluster" -> "+cluster|slots +cluster|info (+cluster before Redis 7)";
      default -> "+" + name;
    };
  }

  /** Whether all that matters is seen without it as well. */
  boolean optional() {
    return this == CLIENT_LIST || command.equals("COMMAND");
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

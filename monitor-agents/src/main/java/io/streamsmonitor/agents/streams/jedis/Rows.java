package io.streamsmonitor.agents.streams.jedis;

import static io.streamsmonitor.agents.streams.jedis.Ask.ascii;

import io.streamsmonitor.core.model.ConsumerSnapshot;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.PendingEntry;
import io.streamsmonitor.core.model.StreamId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads replies of which there are thousands a look straight from the bytes on the wire: no list
 * and no string is made of them. Fields are known by their names, as everywhere.
 */
final class Rows {
  private static final byte[] NAME = ascii("name");
  private static final byte[] CONSUMERS = ascii("consumers");
  private static final byte[] PENDING = ascii("pending");
  private static final byte[] DELIVERED = ascii("last-delivered-id");
  private static final byte[] READ = ascii("entries-read");
  private static final byte[] LAG = ascii("lag");
  private static final byte[] IDLE = ascii("idle");
  private static final byte[] INACTIVE = ascii("inactive");

  private static final Name NAMELESS = Name.of("");

  private final Replies in;
  private final Names names;

  Rows(Replies in, Names names) {
    this.in = in;
    this.names = names;
  }

  List<GroupReply> groups() throws IOException {
    int rows = in.list();
    List<GroupReply> out = new ArrayList<>(Math.min(rows, 64));
    for (int i = 0; i < rows; i++) {
      out.add(group());
    }
    return out;
  }

  private GroupReply group() throws IOException {
    Name name = NAMELESS;
    long consumers = 0;
    long pending = 0;
    StreamId delivered = StreamId.ZERO;
    Long read = null;
    Long lag = null;
    for (int fields = in.list(); fields > 1; fields -= 2) {
      int field = in.text();
      if (in.took(field, NAME)) {
        name = name();
      } else if (in.took(field, CONSUMERS)) {
        consumers = number();
      } else if (in.took(field, PENDING)) {
        pending = number();
      } else if (in.took(field, DELIVERED)) {
        delivered = id();
      } else if (in.took(field, READ)) {
        read = in.maybe();
      } else if (in.took(field, LAG)) {
        lag = in.maybe();
      } else {
        skip(field);
      }
    }
    return new GroupReply(name, consumers, pending, delivered, read, lag);
  }

  List<ConsumerSnapshot> consumers() throws IOException {
    int rows = in.list();
    List<ConsumerSnapshot> out = new ArrayList<>(Math.min(rows, 64));
    for (int i = 0; i < rows; i++) {
      out.add(consumer());
    }
    return out;
  }

  private ConsumerSnapshot consumer() throws IOException {
    Name name = NAMELESS;
    long pending = 0;
    long idle = 0;
    Long inactive = null;
    for (int fields = in.list(); fields > 1; fields -= 2) {
      int field = in.text();
      if (in.took(field, NAME)) {
        name = name();
      } else if (in.took(field, PENDING)) {
        pending = number();
      } else if (in.took(field, IDLE)) {
        idle = number();
      } else if (in.took(field, INACTIVE)) {
        inactive = in.maybe();
      } else {
        skip(field);
      }
    }
    return new ConsumerSnapshot(name, pending, idle, inactive);
  }

  /** A page of XPENDING. */
  List<PendingEntry> pending() throws IOException {
    int rows = in.list();
    List<PendingEntry> out = new ArrayList<>(Math.min(rows, 1_024));
    for (int i = 0; i < rows; i++) {
      int fields = in.list();
      if (fields < 4) {
        throw new IOException("a pending entry of " + fields + " fields");
      }
      out.add(new PendingEntry(id(), name(), number(), number()));
      for (; fields > 4; fields--) {
        in.value(0);
      }
    }
    return out;
  }

  private void skip(int field) throws IOException {
    in.pass(field);
    in.value(0);
  }

  private long number() throws IOException {
    @Nullable Long value = in.maybe();
    return value == null ? 0 : value;
  }

  private Name name() throws IOException {
    int length = in.text();
    return length < 0 ? NAMELESS : in.name(length, names);
  }

  private StreamId id() throws IOException {
    int length = in.text();
    return length < 0 ? StreamId.ZERO : in.id(length);
  }
}

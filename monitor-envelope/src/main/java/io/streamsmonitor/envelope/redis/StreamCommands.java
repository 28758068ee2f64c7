package io.streamsmonitor.envelope.redis;

import io.streamsmonitor.envelope.redis.StreamTap.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.commands.ProtocolCommand;
import redis.clients.jedis.util.SafeEncoder;

/** Recognises stream commands and turns their replies into calls of the tap. */
final class StreamCommands {
  private static final Logger log = LoggerFactory.getLogger(StreamCommands.class);

  private final StreamTap tap;

  StreamCommands(StreamTap tap) {
    this.tap = tap;
  }

  Reply prepare(CommandArguments command) {
    try {
      Command known = known(command.getCommand());
      return known == null ? Reply.IGNORED : prepare(known, command);
    } catch (RuntimeException e) {
      log.debug("stream tap failed before {}", command.getCommand(), e);
      return Reply.IGNORED;
    }
  }

  private Reply prepare(Command known, CommandArguments command) {
    return switch (known) {
      case XADD -> add(command);
      case XREADGROUP -> readGroup(command);
      case XREAD -> value -> safely(() -> delivered(value, null, null));
      case XACK -> acknowledge(command);
      case MULTI -> Reply.MULTI;
      case EXEC -> Reply.EXEC;
      case DISCARD -> Reply.DISCARD;
      case SUBSCRIBE, PSUBSCRIBE, SSUBSCRIBE, MONITOR -> Reply.SUBSCRIPTION;
      default -> Reply.IGNORED;
    };
  }

  private Reply add(CommandArguments command) {
    AddedEntry entry = AddedEntry.of(command);
    if (entry == null) {
      return Reply.IGNORED;
    }
    Receipt receipt = tap.adding(entry);
    return new Reply() {
      @Override
      public void received(@Nullable Object value) {
        if (value instanceof byte[] id) {
          safely(() -> receipt.stored(id));
        }
      }

      @Override
      public void failed(String error) {
        safely(() -> receipt.refused(error));
      }
    };
  }

  private Reply readGroup(CommandArguments command) {
    for (int i = 1; i + 2 < command.size(); i++) {
      if (text(command, i).equalsIgnoreCase("GROUP")) {
        String group = text(command, i + 1);
        String consumer = text(command, i + 2);
        return value -> safely(() -> delivered(value, group, consumer));
      }
    }
    return Reply.IGNORED;
  }

  private Reply acknowledge(CommandArguments command) {
    if (command.size() < 4) {
      return Reply.IGNORED;
    }
    String stream = text(command, 1);
    String group = text(command, 2);
    List<byte[]> ids = new ArrayList<>(command.size() - 3);
    for (int i = 3; i < command.size(); i++) {
      ids.add(command.get(i).getRaw());
    }
    return value -> {
      if (value instanceof Long count && count > 0) {
        safely(() -> tap.acknowledged(stream, group, ids, count));
      }
    };
  }

  private void delivered(
      @Nullable Object value, @Nullable String group, @Nullable String consumer) {
    Replies.streams(value, (stream, entries) -> tap.delivered(stream, group, consumer, entries));
  }

  private static @Nullable Command known(ProtocolCommand command) {
    if (command instanceof Command known) {
      return known;
    }
    // Raw commands of a service may come as its own ProtocolCommand: go by the name.
    String name = SafeEncoder.encode(command.getRaw()).toUpperCase(Locale.ROOT);
    return switch (name) {
      case "XADD", "XREADGROUP", "XREAD", "XACK", "MULTI", "EXEC", "DISCARD" ->
          Command.valueOf(name);
      default -> null;
    };
  }

  private static void safely(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      log.debug("stream tap failed", e);
    }
  }

  private static String text(CommandArguments command, int at) {
    return SafeEncoder.encode(command.get(at).getRaw());
  }
}

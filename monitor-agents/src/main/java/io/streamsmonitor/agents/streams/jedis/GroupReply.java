package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.StreamId;
import org.jspecify.annotations.Nullable;

/** What XINFO GROUPS says of one group. */
record GroupReply(
    Name name,
    long consumers,
    long pending,
    StreamId delivered,
    @Nullable Long read,
    @Nullable Long lag) {}

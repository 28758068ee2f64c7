/** Calls on streams, whatever the client library they are made with. */
@NullMarked
package io.streamsmonitor.agents.source.streams;

import org.jspecify.annotations.NullMarked;

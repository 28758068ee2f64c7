/** The rules on streams, one class a fault. */
@NullMarked
package io.streamsmonitor.agents.streams.rules;

import org.jspecify.annotations.NullMarked;

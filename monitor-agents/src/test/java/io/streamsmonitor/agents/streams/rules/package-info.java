/** Tests of the rules on streams: each fires, and each stays silent. */
@NullMarked
package io.streamsmonitor.agents.streams.rules;

import org.jspecify.annotations.NullMarked;

/** A real Redis for tests. */
@NullMarked
package io.streamsmonitor.agents.redis;

import org.jspecify.annotations.NullMarked;

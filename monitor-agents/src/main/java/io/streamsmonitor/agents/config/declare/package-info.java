/** Which streams and groups configuration, docs, code and the session's file declare. */
@NullMarked
package io.streamsmonitor.agents.config.declare;

import org.jspecify.annotations.NullMarked;

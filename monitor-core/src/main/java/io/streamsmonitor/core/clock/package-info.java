/** The session's time line: real in production, virtual in tests. */
@NullMarked
package io.streamsmonitor.core.clock;

import org.jspecify.annotations.NullMarked;

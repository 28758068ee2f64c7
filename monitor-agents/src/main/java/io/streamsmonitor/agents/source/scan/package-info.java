/** One pass over the sources of a fleet, shared by everybody who asks. */
@NullMarked
package io.streamsmonitor.agents.source.scan;

import org.jspecify.annotations.NullMarked;

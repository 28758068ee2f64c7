/** What the code of a fleet says about streams: facts, whatever the language. */
@NullMarked
package io.streamsmonitor.agents.source;

import org.jspecify.annotations.NullMarked;

/** Where the names that code uses come from, without the project's class path. */
@NullMarked
package io.streamsmonitor.agents.source.names;

import org.jspecify.annotations.NullMarked;

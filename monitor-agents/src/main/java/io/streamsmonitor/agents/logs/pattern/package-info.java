/** Patterns that users give; linear in the length of the line, whatever they write. */
@NullMarked
package io.streamsmonitor.agents.logs.pattern;

import org.jspecify.annotations.NullMarked;

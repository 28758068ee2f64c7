/** Tests of the Stream Analyst. */
@NullMarked
package io.streamsmonitor.agents.streams;

import org.jspecify.annotations.NullMarked;

/** Tests of the reading of one line. */
@NullMarked
package io.streamsmonitor.agents.logs.parse;

import org.jspecify.annotations.NullMarked;

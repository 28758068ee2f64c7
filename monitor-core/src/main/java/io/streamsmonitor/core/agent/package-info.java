/** The agent SPI: what an agent is given, and what it is asked for. */
@NullMarked
package io.streamsmonitor.core.agent;

import org.jspecify.annotations.NullMarked;

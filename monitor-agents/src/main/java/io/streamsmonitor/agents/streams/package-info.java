/**
 * The Redis Stream Analyst: what is known of every stream and group over time, and what it means.
 */
@NullMarked
package io.streamsmonitor.agents.streams;

import org.jspecify.annotations.NullMarked;

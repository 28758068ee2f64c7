/** The vocabulary of lifecycle lines: what services write is what the monitor reads. */
@NullMarked
package io.streamsmonitor.envelope.events;

import org.jspecify.annotations.NullMarked;

/** The log of a service in the form of the lifecycle lines, for logback. */
@NullMarked
package io.streamsmonitor.envelope.logback;

import org.jspecify.annotations.NullMarked;

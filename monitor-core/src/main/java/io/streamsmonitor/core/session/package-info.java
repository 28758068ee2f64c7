/** One session: pre-flight, supervision, health checks, orderly shutdown, and its record. */
@NullMarked
package io.streamsmonitor.core.session;

import org.jspecify.annotations.NullMarked;

/** What a service embeds: the event envelope, the monitored Redis client and structured logging. */
@NullMarked
package io.streamsmonitor.envelope;

import org.jspecify.annotations.NullMarked;

package io.streamsmonitor.report.trace;

import io.streamsmonitor.report.log.LifecycleEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A log line that belongs to what is traced.
 *
 * @param at as the line says, else the time of the line before it in its log; null where none had
 *     one
 * @param event its machine-readable name, or null for a plain line
 * @param message for people: the line's message, or the whole plain line
 * @param lifecycle the message event in it, or null
 * @param file relative to the session folder
 * @param offset of the line's first byte
 */
public record TraceEvent(
    @Nullable Instant at,
    String service,
    @Nullable String event,
    @Nullable String correlationId,
    @Nullable String messageId,
    String message,
    @Nullable LifecycleEvent lifecycle,
    String file,
    long offset) {}

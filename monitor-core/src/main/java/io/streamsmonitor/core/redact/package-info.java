/** Secrets leave a text here before it becomes evidence. */
@NullMarked
package io.streamsmonitor.core.redact;

import org.jspecify.annotations.NullMarked;

/** Tests of what counts as a secret. */
@NullMarked
package io.streamsmonitor.core.redact;

import org.jspecify.annotations.NullMarked;

/** The services under watch: their processes, their lines, their readiness. */
@NullMarked
package io.streamsmonitor.core.fleet;

import org.jspecify.annotations.NullMarked;

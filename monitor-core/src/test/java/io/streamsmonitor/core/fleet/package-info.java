/** Real processes and real files. */
@NullMarked
package io.streamsmonitor.core.fleet;

import org.jspecify.annotations.NullMarked;

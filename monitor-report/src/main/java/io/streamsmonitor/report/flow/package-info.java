/** Event flows: which message went from which service to which, and where it stopped. */
@NullMarked
package io.streamsmonitor.report.flow;

import org.jspecify.annotations.NullMarked;

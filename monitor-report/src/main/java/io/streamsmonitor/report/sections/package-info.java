/** The sections of the written report, in the order of the specification. */
@NullMarked
package io.streamsmonitor.report.sections;

import org.jspecify.annotations.NullMarked;

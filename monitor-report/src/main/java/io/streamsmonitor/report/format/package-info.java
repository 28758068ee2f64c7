/** Every output format of a session, all from one result. */
@NullMarked
package io.streamsmonitor.report.format;

import org.jspecify.annotations.NullMarked;

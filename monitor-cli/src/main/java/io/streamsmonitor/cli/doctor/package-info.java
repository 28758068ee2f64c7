/** What would fail if a session were run now. */
@NullMarked
package io.streamsmonitor.cli.doctor;

import org.jspecify.annotations.NullMarked;

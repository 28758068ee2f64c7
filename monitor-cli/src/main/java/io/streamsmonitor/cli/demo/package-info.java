/** The demo: a fleet with planted faults, and what became of each. */
@NullMarked
package io.streamsmonitor.cli.demo;

import org.jspecify.annotations.NullMarked;

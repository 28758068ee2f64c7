/** Tests of the Config and Doc Auditor on fleets written to a temporary folder. */
@NullMarked
package io.streamsmonitor.agents.config;

import org.jspecify.annotations.NullMarked;

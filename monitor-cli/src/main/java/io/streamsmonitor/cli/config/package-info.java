/** From monitor.yml, the environment and the flags to one checked configuration. */
@NullMarked
package io.streamsmonitor.cli.config;

import org.jspecify.annotations.NullMarked;

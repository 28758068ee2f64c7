/** Which environment variables services need, and who sets them. */
@NullMarked
package io.streamsmonitor.agents.config.env;

import org.jspecify.annotations.NullMarked;

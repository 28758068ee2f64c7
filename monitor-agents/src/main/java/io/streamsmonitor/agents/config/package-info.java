/** The Config and Doc Auditor: what is declared, against what code and Redis do. */
@NullMarked
package io.streamsmonitor.agents.config;

import org.jspecify.annotations.NullMarked;

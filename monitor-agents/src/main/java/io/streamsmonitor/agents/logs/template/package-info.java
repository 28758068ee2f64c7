/** Lines that differ only in their variables, found without knowing the program. */
@NullMarked
package io.streamsmonitor.agents.logs.template;

import org.jspecify.annotations.NullMarked;

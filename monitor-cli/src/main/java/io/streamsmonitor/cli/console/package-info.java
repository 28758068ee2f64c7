/** What a person sees while a session runs. */
@NullMarked
package io.streamsmonitor.cli.console;

import org.jspecify.annotations.NullMarked;

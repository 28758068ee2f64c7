/** A first monitor.yml, drafted from what a folder holds. */
@NullMarked
package io.streamsmonitor.cli.init;

import org.jspecify.annotations.NullMarked;

/** Java files into code records; the one package that knows JavaParser. */
@NullMarked
package io.streamsmonitor.agents.source.java;

import org.jspecify.annotations.NullMarked;

/** What an agent says: a finding, its severity, its life, and the draft a rule makes of it. */
@NullMarked
package io.streamsmonitor.core.finding;

import org.jspecify.annotations.NullMarked;

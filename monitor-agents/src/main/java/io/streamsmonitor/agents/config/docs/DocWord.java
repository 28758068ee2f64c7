package io.streamsmonitor.agents.config.docs;

import io.streamsmonitor.core.finding.Location;

/**
 * A word that a page marks as code: ticked, in a table's cell, or in a fenced block.
 *
 * @param aside whether it stands in a table about something else, such as a list of incidents
 */
public record DocWord(String text, Location at, boolean aside) {}

package io.streamsmonitor.agents.config.docs;

import io.streamsmonitor.core.finding.Location;

/** A word that a page marks as code: ticked, in a table's cell, or in a fenced block. */
public record DocWord(String text, Location at) {}

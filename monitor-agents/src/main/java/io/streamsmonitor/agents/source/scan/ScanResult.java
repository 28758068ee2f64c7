package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.SourceFacts;

/** What one pass over the sources gave: facts for everybody, and the code for rules. */
public record ScanResult(SourceFacts facts, CodeFacts code) {}

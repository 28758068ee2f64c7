package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.SourceFacts;

/**
 * What one pass over the sources gave: facts for everybody, and the code for rules.
 *
 * @param done to be run when rules have judged: what was read so far, by then, is kept for the next
 *     scan
 */
public record ScanResult(SourceFacts facts, CodeFacts code, Runnable done) {}

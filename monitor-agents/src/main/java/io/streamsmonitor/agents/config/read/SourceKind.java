package io.streamsmonitor.agents.config.read;

/** What kind of configuration source a value comes from. */
public enum SourceKind {
  /** Spring's application and bootstrap files. */
  APPLICATION,
  /** Any other structured file. */
  STRUCTURED,
  COMPOSE,
  KUBERNETES,
  DOTENV,
  /** An example to copy from; it sets nothing. */
  TEMPLATE,
  DOCKERFILE,
  /** The scripts of package.json. */
  SCRIPT,
  /** The session's own file. */
  MONITOR
}

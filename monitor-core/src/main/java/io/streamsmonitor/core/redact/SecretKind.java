package io.streamsmonitor.core.redact;

import java.util.Locale;

/** What a credential is; the names are stable, they stand in findings and in redacted text. */
public enum SecretKind {
  AWS_ACCESS_KEY_ID,
  AWS_SECRET_KEY,
  GITHUB_TOKEN,
  GITLAB_TOKEN,
  SLACK_TOKEN,
  SLACK_WEBHOOK,
  STRIPE_KEY,
  STRIPE_WEBHOOK_SECRET,
  JWT,
  PRIVATE_KEY,
  REDIS_URL_PASSWORD,
  DATABASE_URL_PASSWORD,
  URL_PASSWORD,
  PASSWORD,
  SECRET_VALUE,
  TOKEN_VALUE,
  API_KEY,
  BEARER_TOKEN,
  BASIC_CREDENTIALS,
  GOOGLE_API_KEY,
  GOOGLE_OAUTH_TOKEN,
  GOOGLE_CLIENT_SECRET,
  SENDGRID_KEY,
  NPM_TOKEN,
  PYPI_TOKEN,
  DOCKER_TOKEN,
  TWILIO_KEY,
  AI_PROVIDER_KEY,
  HUGGING_FACE_TOKEN,
  AZURE_SAS_SIGNATURE,
  AZURE_STORAGE_KEY,
  REDIS_AUTH,
  SESSION_COOKIE,
  TELEGRAM_TOKEN,
  DISCORD_WEBHOOK,
  MAILGUN_KEY,
  MAILCHIMP_KEY,
  SHOPIFY_TOKEN,
  SQUARE_TOKEN,
  VAULT_TOKEN,
  ATLASSIAN_TOKEN,
  DATABRICKS_TOKEN,
  DIGITALOCEAN_TOKEN,
  GRAFANA_TOKEN,
  NEW_RELIC_KEY,
  AGE_SECRET_KEY,
  USER_PATTERN;

  /** The kind in words: {@code AWS access key id} is {@code aws access key id}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The kind as it stands in redacted text: {@code aws-access-key-id}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package io.streamsmonitor.core.redact;

import static io.streamsmonitor.core.redact.SecretKind.*;

import java.util.List;

/** Every kind whose value is told by its own form. Sources: the issuers' public documentation. */
final class SecretShapes {
  private static final String EDGE = "(?<![A-Za-z0-9_])";
  private static final String END = "(?![A-Za-z0-9_])";

  static final List<SecretShape> ALL =
      List.of(
          shape(AWS_ACCESS_KEY_ID, "A[KS]IA(?![A-Z2-7]*EXAMPLE)[A-Z2-7]{16}", "AKIA", "ASIA"),
          shape(
              GITHUB_TOKEN,
              "(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{40,})",
              "ghp_",
              "gho_",
              "ghu_",
              "ghs_",
              "ghr_",
              "github_pat_"),
          shape(
              GITLAB_TOKEN,
              "gl(?:pat|dt|rt|ptt|cbt)-[A-Za-z0-9_-]{20,}",
              "glpat-",
              "gldt-",
              "glrt-",
              "glptt-",
              "glcbt-"),
          shape(
              SLACK_TOKEN,
              "xox[abeoprs]-(?:[A-Za-z0-9]+-)*[A-Za-z0-9]{8,}",
              "xoxa-",
              "xoxb-",
              "xoxe-",
              "xoxo-",
              "xoxp-",
              "xoxr-",
              "xoxs-"),
          SecretShape.of(
              SLACK_WEBHOOK,
              "hooks\\.slack\\.com/(?:services|workflows)/([A-Za-z0-9/+]{20,})",
              "hooks.slack.com/"),
          shape(
              STRIPE_KEY,
              "[sr]k_(?:live|test)_[A-Za-z0-9]{16,}",
              "sk_live_",
              "sk_test_",
              "rk_live_",
              "rk_test_"),
          shape(STRIPE_WEBHOOK_SECRET, "whsec_[A-Za-z0-9+/=]{24,}", "whsec_"),
          shape(JWT, "eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}", "eyJ"),
          SecretShape.of(
              PRIVATE_KEY,
              "-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----"
                  + "([A-Za-z0-9+/=\\s\\\\:,.()-]*?(?=-----END)|[A-Za-z0-9+/=\\s\\\\]*)",
              "-----BEGIN "),
          shape(GOOGLE_API_KEY, "AIza[A-Za-z0-9_-]{35}", "AIza"),
          shape(GOOGLE_OAUTH_TOKEN, "ya29\\.[A-Za-z0-9_-]{20,}", "ya29."),
          shape(GOOGLE_CLIENT_SECRET, "GOCSPX-[A-Za-z0-9_-]{20,}", "GOCSPX-"),
          shape(SENDGRID_KEY, "SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{32,}", "SG."),
          shape(NPM_TOKEN, "npm_[A-Za-z0-9]{36}", "npm_"),
          shape(PYPI_TOKEN, "pypi-[A-Za-z0-9_-]{50,}", "pypi-"),
          shape(DOCKER_TOKEN, "dckr_(?:pat|oat)_[A-Za-z0-9_-]{20,}", "dckr_"),
          shape(
              TWILIO_KEY,
              "SK[0-9a-f]{32}",
              "SK0",
              "SK1",
              "SK2",
              "SK3",
              "SK4",
              "SK5",
              "SK6",
              "SK7",
              "SK8",
              "SK9",
              "SKa",
              "SKb",
              "SKc",
              "SKd",
              "SKe",
              "SKf"),
          shape(
              AI_PROVIDER_KEY,
              "sk-(?:(?:proj|ant|svcacct|admin|or)-[A-Za-z0-9_-]{20,}|[A-Za-z0-9]{32,})",
              "sk-"),
          shape(HUGGING_FACE_TOKEN, "hf_[A-Za-z0-9]{30,}", "hf_"),
          SecretShape.of(
              AZURE_SAS_SIGNATURE,
              "[?&;]sig=([A-Za-z0-9+/%_-]{30,}(?:%3[Dd]|=)?)",
              "?sig=",
              "&sig=",
              ";sig="),
          SecretShape.of(
              AZURE_STORAGE_KEY,
              "(?:AccountKey|SharedAccessKey)=([A-Za-z0-9+/]{40,}={0,2})",
              "AccountKey=",
              "SharedAccessKey="),
          SecretShape.of(TELEGRAM_TOKEN, "(?<![0-9])[0-9]{8,10}:AA[A-Za-z0-9_-]{33}" + END, ":AA")
              .reachingBack(10),
          SecretShape.of(
              DISCORD_WEBHOOK,
              "discord(?:app)?\\.com/api/webhooks/[0-9]+/([A-Za-z0-9_-]{40,})",
              "discord.com/api/webhooks/",
              "discordapp.com/api/webhooks/"),
          shape(MAILGUN_KEY, "key-[0-9a-f]{32}", "key-"),
          SecretShape.of(MAILCHIMP_KEY, EDGE + "[0-9a-f]{32}-us[0-9]{1,2}" + END, "-us")
              .reachingBack(32),
          shape(
              SHOPIFY_TOKEN,
              "shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}",
              "shpat_",
              "shpca_",
              "shppa_",
              "shpss_"),
          shape(SQUARE_TOKEN, "sq0(?:atp|csp)-[A-Za-z0-9_-]{22,}", "sq0atp-", "sq0csp-"),
          shape(VAULT_TOKEN, "hv[sbr]\\.[A-Za-z0-9_-]{20,}", "hvs.", "hvb.", "hvr."),
          shape(ATLASSIAN_TOKEN, "ATATT3[A-Za-z0-9_=-]{20,}", "ATATT3"),
          shape(DATABRICKS_TOKEN, "dapi[0-9a-f]{32}", "dapi"),
          shape(DIGITALOCEAN_TOKEN, "do[opr]_v1_[0-9a-f]{40,}", "dop_v1_", "doo_v1_", "dor_v1_"),
          shape(GRAFANA_TOKEN, "gl(?:sa|c)_[A-Za-z0-9+/_=]{30,}", "glsa_", "glc_"),
          shape(NEW_RELIC_KEY, "NRAK-[A-Z0-9]{27}", "NRAK-"),
          shape(AGE_SECRET_KEY, "AGE-SECRET-KEY-1[A-Z0-9]{40,}", "AGE-SECRET-KEY-1"),
          // A host name follows the @; the user may be empty, as Redis has it.
          url(REDIS_URL_PASSWORD, "(?:redis|rediss|redis-sentinel|valkey|valkeys)"),
          url(
              DATABASE_URL_PASSWORD,
              "(?:jdbc:)?(?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\\+srv)?|sqlserver|oracle|amqps?"
                  + "|kafka|nats|cassandra|couchbase|clickhouse)(?:\\+[a-z0-9]+)?"),
          url(URL_PASSWORD, "[a-z][a-z0-9+.-]{1,20}"),
          SecretShape.of(
              BEARER_TOKEN,
              "(?i:Bearer)(?:\\s+|%20|\\+)([A-Za-z0-9._~+/-]{16,}=*)",
              "Bearer ",
              "bearer ",
              "BEARER ",
              "Bearer%20",
              "bearer%20"),
          SecretShape.of(
              BASIC_CREDENTIALS,
              "(?i:Basic)\\s+([A-Za-z0-9+/]{8,}={0,2})(?![A-Za-z0-9+/=])",
              "Basic ",
              "basic "),
          // What Redis clients and MONITOR echo: AUTH password, AUTH user password, HELLO 3 AUTH …
          SecretShape.of(
              REDIS_AUTH,
              EDGE
                  + "(?:AUTH|auth|requirepass|masterauth)(?:\"?\\s+\"?(?!failed|error|required|no|is|and|with"
                  + "|succeeded|ok|for|user|the|to|token|method|mode|type|via|by|on|from|"
                  + "in|service|server|provider|request|enabled|disabled|module|middleware)"
                  + "[^\\s\"]+)?\"?\\s+\"?(?=[^\\s\"]*[0-9])([^\\s\",;]{6,})\"?\\s*(?:$|[\\]\",;)])",
              "AUTH ",
              "AUTH\" ",
              "auth\" ",
              "requirepass ",
              "masterauth "),
          SecretShape.of(
              SESSION_COOKIE,
              "(?i:(?:session[_-]?id|sessid|phpsessid|jsessionid|connect\\.sid|sid|session|remember_token))"
                  + "=(?:s%3A)?([A-Za-z0-9%._+/-]{24,}=*)",
              "sessionid=",
              "session_id=",
              "SESSIONID=",
              "session-id=",
              "sessId=",
              "sessid=",
              "PHPSESSID=",
              "connect.sid=",
              "session=",
              "sessionId=",
              "SESSION=",
              "remember_token="));

  private SecretShapes() {}

  private static SecretShape shape(SecretKind kind, String form, String... needles) {
    return SecretShape.of(kind, EDGE + form + END, needles);
  }

  private static SecretShape url(SecretKind kind, String scheme) {
    String form = EDGE + scheme + "://[^\\s:/?#@\"'<>]*:([^\\s/?#@\"'<>]{1,200})@[A-Za-z0-9\\[_$]";
    return SecretShape.of(kind, form, "://").reachingBack(28);
  }
}

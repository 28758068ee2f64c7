package io.streamsmonitor.core.redact;

import static io.streamsmonitor.core.redact.SecretKind.*;
import static io.streamsmonitor.core.redact.SecretShape.END;
import static io.streamsmonitor.core.redact.SecretShape.shape;

import java.util.List;
import java.util.stream.Stream;

/** Every kind whose value is told by its own form. Sources: the issuers' public documentation. */
final class SecretShapes {
  private static final List<SecretShape> ISSUERS =
      List.of(
          shape(
              AWS_ACCESS_KEY_ID,
              "A(?:[KS]IA|BIA|CCA)(?![A-Z2-7]*EXAMPLE)[A-Z2-7]{16}",
              "AKIA",
              "ASIA",
              "ABIA",
              "ACCA"),
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
              "gl(?:pat|dt|rt|ptt|cbt|ft|soat|imt|agent|oas)-[A-Za-z0-9_-]{20,}(?:\\.[0-9a-z]{2}\\.[0-9a-z]{9})?",
              "glpat-",
              "gldt-",
              "glrt-",
              "glptt-",
              "glcbt-",
              "glft-",
              "glsoat-",
              "glimt-",
              "glagent-",
              "gloas-"),
          shape(
              SLACK_TOKEN,
              "(?:xox[abeoprs]-(?:[A-Za-z0-9]+-)*[A-Za-z0-9]{8,}|xapp-[0-9]-[A-Z0-9]+-[0-9]+-[0-9a-f]{32,})",
              "xoxa-",
              "xoxb-",
              "xoxe-",
              "xoxo-",
              "xoxp-",
              "xoxr-",
              "xoxs-",
              "xapp-"),
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
          SecretShape.of(MAILCHIMP_KEY, SecretShape.EDGE + "[0-9a-f]{32}-us[0-9]{1,2}" + END, "-us")
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
          shape(AGE_SECRET_KEY, "AGE-SECRET-KEY-1[A-Z0-9]{40,}", "AGE-SECRET-KEY-1"));

  /** Those of this page, of hosted services and platforms, and {@link CallShapes}. */
  static final List<SecretShape> ALL =
      Stream.of(ISSUERS, ServiceShapes.LIST, PlatformShapes.LIST, CallShapes.LIST)
          .flatMap(List::stream)
          .toList();

  private SecretShapes() {}
}

package io.streamsmonitor.core.redact;

import static io.streamsmonitor.core.redact.SecretKind.*;
import static io.streamsmonitor.core.redact.SecretShape.shape;

import java.util.List;

/** Tokens of hosted services, told by the prefix their issuers gave them so that they are found. */
final class ServiceShapes {
  static final List<SecretShape> LIST =
      List.of(
          shape(GOOGLE_REFRESH_TOKEN, "1//0[A-Za-z0-9_-]{38,}", "1//0"),
          shape(
                  AZURE_CLIENT_SECRET,
                  "[A-Za-z0-9_~.]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}",
                  "0Q~",
                  "1Q~",
                  "2Q~",
                  "3Q~",
                  "4Q~",
                  "5Q~",
                  "6Q~",
                  "7Q~",
                  "8Q~",
                  "9Q~")
              .reachingBack(3),
          shape(ALIBABA_KEY, "LTAI[A-Za-z0-9]{12,26}", "LTAI"),
          shape(TERRAFORM_TOKEN, "[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9=_-]{50,}", ".atlasv1.")
              .reachingBack(14),
          shape(PULUMI_TOKEN, "pul-[0-9a-f]{40}", "pul-"),
          shape(
              FLY_TOKEN,
              "(?:fo1_[A-Za-z0-9_-]{40,}|fm[12][ar]?_[A-Za-z0-9+/=,_-]{60,})",
              "fo1_",
              "fm1_",
              "fm2_",
              "fm1a_",
              "fm1r_"),
          shape(PLANETSCALE_TOKEN, "pscale_(?:tkn|pw|oauth)_[A-Za-z0-9=._-]{32,}", "pscale_"),
          shape(
              SUPABASE_TOKEN,
              "sb(?:p_[0-9a-f]{40}|_secret_[A-Za-z0-9_-]{20,})",
              "sbp_",
              "sb_secret_"),
          shape(
              DOPPLER_TOKEN,
              "dp\\.(?:pt|st|ct|sa|scim|audit)\\.[A-Za-z0-9._-]{40,}",
              "dp.pt.",
              "dp.st.",
              "dp.ct.",
              "dp.sa.",
              "dp.scim.",
              "dp.audit."),
          shape(HEROKU_KEY, "HRKU-[A-Za-z0-9_-]{36,}", "HRKU-"),
          shape(
              BITBUCKET_TOKEN,
              "AT(?:BB[A-Za-z0-9]{24,}|CTT3[A-Za-z0-9_=-]{20,})",
              "ATBB",
              "ATCTT3"),
          shape(RUBYGEMS_TOKEN, "rubygems_[0-9a-f]{48}", "rubygems_"),
          shape(NUGET_KEY, "oy2[a-z0-9]{43}", "oy2"),
          shape(
              CIRCLECI_TOKEN, "CCI(?:PAT|PRJ)_[A-Za-z0-9]{16,}_[0-9a-f]{40}", "CCIPAT_", "CCIPRJ_"),
          shape(
              BUILDKITE_TOKEN,
              "bk(?:ua|aj|at|ct)_[A-Za-z0-9]{32,}",
              "bkua_",
              "bkaj_",
              "bkat_",
              "bkct_"),
          shape(SONAR_TOKEN, "sq[pua]_[0-9a-f]{40}", "sqp_", "squ_", "sqa_"),
          shape(POSTMAN_KEY, "PMAK-[0-9a-f]{24}-[0-9a-f]{34}", "PMAK-"),
          shape(LINEAR_KEY, "lin_(?:api|oauth)_[A-Za-z0-9]{40,}", "lin_api_", "lin_oauth_"),
          shape(BREVO_KEY, "xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}", "xkeysib-"),
          shape(SENTRY_TOKEN, "sntry[su]_[A-Za-z0-9+/=_-]{40,}", "sntrys_", "sntryu_"),
          shape(
              DYNATRACE_TOKEN,
              "dt0[a-z][0-9]{2}\\.[A-Z0-9]{24}\\.[A-Z0-9]{64}",
              "dt0c01.",
              "dt0s01.",
              "dt0s08.",
              "dt0s16."),
          shape(NOTION_TOKEN, "(?:ntn_[A-Za-z0-9]{40,}|secret_[A-Za-z0-9]{43})", "ntn_", "secret_"),
          shape(FIGMA_TOKEN, "fig[dour]_[A-Za-z0-9_-]{36,}", "figd_", "figo_", "figu_", "figr_"),
          shape(
              BRAINTREE_TOKEN,
              "access_token(?:\\$|%24)(?:production|sandbox)(?:\\$|%24)[0-9a-z]{16}(?:\\$|%24)[0-9a-f]{32}",
              "access_token$",
              "access_token%24"),
          shape(
              PLAID_TOKEN,
              "(?:access|public|link)-(?:sandbox|development|production)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
              "access-sandbox-",
              "access-development-",
              "access-production-",
              "link-production-",
              "public-production-"),
          shape(ADYEN_KEY, "AQE[a-z][A-Za-z0-9+/=_-]{60,}", "AQE"),
          shape(FLUTTERWAVE_KEY, "FLWSECK(?:_TEST)?-[A-Za-z0-9-]{16,}", "FLWSECK"),
          shape(FACEBOOK_TOKEN, "EAA[A-Za-z0-9]{60,}", "EAA"),
          shape(
              HUBSPOT_TOKEN,
              "pat-(?:na|eu)[0-9]-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
              "pat-na",
              "pat-eu"),
          shape(ONEPASSWORD_TOKEN, "ops_eyJ[A-Za-z0-9_=-]{60,}", "ops_eyJ"),
          shape(
              ARTIFACTORY_TOKEN,
              "(?:AKCp[A-Za-z0-9]{60,}|cmVmdGtu[A-Za-z0-9]{56,})",
              "AKCp",
              "cmVmdGtu"),
          shape(
              CLOUDFLARE_TOKEN,
              "(?:v1\\.0-[0-9a-f]{24}-[0-9a-f]{100,}|cf(?:ut|at|k)_[A-Za-z0-9_-]{36,})",
              "v1.0-",
              "cfut_",
              "cfat_",
              "cfk_"),
          shape(
              AI_PROVIDER_KEY,
              "(?:gsk_[A-Za-z0-9]{40,}|r8_[A-Za-z0-9]{37,}|xai-[A-Za-z0-9]{60,}|pplx-[A-Za-z0-9]{40,}|nvapi-[A-Za-z0-9_-]{50,}|tgp_v1_[A-Za-z0-9_-]{40,})",
              "gsk_",
              "r8_",
              "xai-",
              "pplx-",
              "nvapi-",
              "tgp_v1_"),
          shape(SQUARE_TOKEN, "EAAA[A-Za-z0-9_-]{60}", "EAAA"),
          shape(
              STRIPE_KEY, "(?:sk|rk)_(?:live|test|prod)_[A-Za-z0-9]{16,}", "sk_prod_", "rk_prod_"),
          SecretShape.of(
              TEAMS_WEBHOOK,
              "[a-z0-9-]*\\.?(?:webhook\\.office\\.com/webhookb2|outlook\\.office\\.com/webhook)/([A-Za-z0-9@/-]{60,})",
              "webhook.office.com/webhookb2/",
              "outlook.office.com/webhook/"));

  private ServiceShapes() {}
}

package io.streamsmonitor.core.redact;

import static io.streamsmonitor.core.redact.SecretKind.*;
import static io.streamsmonitor.core.redact.SecretShape.shape;

import java.util.List;

/** Tokens of developer platforms whose kind matters less than that they are tokens. */
final class PlatformShapes {
  static final List<SecretShape> LIST =
      List.of(
          platform("duffel_(?:live|test)_[A-Za-z0-9_-]{40,}", "duffel_live_", "duffel_test_"),
          platform("shippo_(?:live|test)_[0-9a-f]{40}", "shippo_live_", "shippo_test_"),
          platform("rzp_(?:live|test)_[A-Za-z0-9]{14,}", "rzp_live_", "rzp_test_"),
          platform("EZ[AT]K[A-Za-z0-9]{54,}", "EZAK", "EZTK"),
          platform("nf[pc]_[A-Za-z0-9]{36,}", "nfp_", "nfc_"),
          platform("rdme_[a-z0-9]{70}", "rdme_"),
          platform("aio_[A-Za-z0-9]{28}", "aio_"),
          platform("ico-[A-Za-z0-9]{32}", "ico-"),
          platform("tfp_[A-Za-z0-9_.=-]{50,}", "tfp_"),
          platform("pnu_[A-Za-z0-9]{36}", "pnu_"),
          platform("CFPAT-[A-Za-z0-9_-]{43}", "CFPAT-"),
          platform("CLOJARS_[0-9a-f]{60}", "CLOJARS_"),
          platform("tskey-[a-z]+-[A-Za-z0-9]+-[A-Za-z0-9]{16,}", "tskey-"),
          platform("AQVN[A-Za-z0-9_-]{35,}", "AQVN"),
          platform("sk\\.eyJ[A-Za-z0-9_-]{40,}\\.[A-Za-z0-9_-]{20,}", "sk.eyJ"),
          platform("vercel_blob_rw_[A-Za-z0-9]{16}_[A-Za-z0-9]{24,}", "vercel_blob_rw_"),
          platform("unkey_[A-Za-z0-9]{20,}", "unkey_"),
          platform("e2b_[0-9a-f]{40}", "e2b_"),
          platform("napi_[a-z0-9]{48,}", "napi_"),
          platform("npg_[A-Za-z0-9]{12,}", "npg_"),
          platform("fio-u-[A-Za-z0-9_=-]{64}", "fio-u-"),
          platform("(?:sdk|mob)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "sdk-", "mob-"),
          platform("amzn\\.mws\\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "amzn.mws."),
          platform("sgp_(?:[0-9a-f]{16}_)?[0-9a-f]{40}", "sgp_"),
          platform("ph[cx]_[A-Za-z0-9]{32,}", "phc_", "phx_"),
          platform("re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}", "re_"),
          platform("tvly-[A-Za-z0-9-]{24,}", "tvly-"),
          platform("lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}", "lsv2_"),
          platform("jina_[0-9a-f]{32}[A-Za-z0-9_-]{20,}", "jina_"),
          platform("AKID[A-Za-z0-9]{32}", "AKID"),
          platform("sl\\.[A-Za-z0-9_=-]{120,}", "sl."),
          platform("SWMTKN-1-[a-z0-9]{40,}-[a-z0-9]{20,}", "SWMTKN-1-"),
          platform("K10[0-9a-f]{64}::[a-z]+:[A-Za-z0-9]{16,}", "K10"),
          platform("NR(?:II|AA|JS|BR|RA)-[A-Za-z0-9_-]{24,}", "NRII-", "NRAA-", "NRRA-"),
          shape(GITLAB_TOKEN, "GR1348941[A-Za-z0-9_-]{20}", "GR1348941"),
          shape(
              SLACK_TOKEN,
              "xox[cd]-[A-Za-z0-9%+/-]{24,}|xoxe\\.xox[bp]-1-[A-Za-z0-9-]{60,}",
              "xoxc-",
              "xoxd-",
              "xoxe.xox"),
          shape(GRAFANA_TOKEN, "eyJrIjoi[A-Za-z0-9]{60,}={0,2}", "eyJrIjoi"),
          shape(AWS_SECRET_KEY, "ABSK[A-Za-z0-9+/]{100,}={0,2}", "ABSK"),
          shape(SHOPIFY_TOKEN, "shptka_[0-9a-f]{32}", "shptka_"),
          // An issuer nobody listed, who follows the custom of name, purpose and random letters.
          SecretShape.of(
                  SERVICE_TOKEN,
                  SecretShape.EDGE
                      + "(?!pk_|pub_|public_)[a-z][a-z0-9]{1,14}_(?:live|pat|sk|secret|api|apikey|sandbox)_"
                      + "(?=[A-Za-z0-9]*[0-9])(?=[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]{24,}"
                      + SecretShape.END,
                  "_live_",
                  "_pat_",
                  "_sk_",
                  "_secret_",
                  "_api_",
                  "_apikey_",
                  "_sandbox_")
              .reachingBack(15));

  private PlatformShapes() {}

  private static SecretShape platform(String form, String... needles) {
    return shape(SERVICE_TOKEN, form, needles);
  }
}

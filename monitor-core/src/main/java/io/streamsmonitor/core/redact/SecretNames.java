package io.streamsmonitor.core.redact;

import java.util.List;
import java.util.Set;

/** Names by which programs call a secret: which they are, and of what kind the secret then is. */
final class SecretNames {
  /** What ends a name; the scan looks for these. */
  static final List<String> ENDS =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "pwd",
          "passcode",
          "secret",
          "token",
          "api_key",
          "api-key",
          "apikey",
          "access_key",
          "accesskey",
          "access-key",
          "secret_key",
          "secret_key_base",
          "secretvalue",
          "secret_value",
          "secretkey",
          "private_key",
          "privatekey",
          "credential",
          "credentials",
          "auth_key",
          "authkey",
          "encryption_key",
          "encryptionkey",
          "signing_key",
          "signingkey",
          "connectionstring",
          "client_key",
          "hmac_key",
          "hmackey",
          "account_key",
          "accountkey",
          "subscription-key",
          "subscription_key",
          "subscriptionkey",
          "shared_key",
          "sharedkey",
          "master_key",
          "masterkey",
          "app_key",
          "appkey",
          "service_key",
          "servicekey",
          "functions-key",
          "license_key",
          "licensekey",
          "secretkeybase",
          "secret-key",
          "private-key",
          "encryption-key",
          "signing-key",
          "master-key",
          "shared-key",
          "account-key",
          "license-key",
          "_pw",
          "-pw",
          "_auth",
          "-auth",
          "masterauth",
          "authheader",
          "auth_header",
          "bearer",
          "jsessionid",
          "phpsessid",
          "pass=",
          "pass =",
          "pass:",
          "pass\"",
          "pass\\\"",
          "pass%3d",
          "sas_token",
          "connection_string");

  private static final Set<String> HARMLESS_PREFIX =
      Set.of(
          "next",
          "page",
          "continuation",
          "csrf",
          "xsrf",
          "cancellation",
          "cancel",
          "fencing",
          "lock",
          "sync",
          "resume",
          "syntax",
          "unexpected",
          "max",
          "min",
          "num",
          "total",
          "prompt",
          "completion",
          "input",
          "output",
          "cache",
          "public",
          "primary",
          "sort",
          "partition",
          "requestverification",
          "antiforgery",
          "pagination",
          "stop",
          "eos",
          "claim",
          "delegation");

  private SecretNames() {}

  /** How much of a needle is the name itself. */
  static int nameLength(String needle) {
    return needle.startsWith("pass") && !Character.isLetter(needle.charAt(4)) ? 4 : needle.length();
  }

  /** What stands beside the name. */
  static SecretKind kind(String name) {
    if (name.contains("aws")
        || name.endsWith("secretaccesskey")
        || name.endsWith("secret_access_key")) {
      return name.contains("secret") ? SecretKind.AWS_SECRET_KEY : SecretKind.SECRET_VALUE;
    }
    if (name.endsWith("auth") && !name.endsWith("masterauth")) {
      return SecretKind.BASIC_CREDENTIALS;
    }
    if (name.matches(".*(?:token|bearer|auth_?header|sessionid|sessid)")) {
      return SecretKind.TOKEN_VALUE;
    }
    if (name.matches(".*(api|access|auth|client)[_-]?key")) {
      return SecretKind.API_KEY;
    }
    if (name.matches(
        ".*(hmac|account|subscription|shared|master|app|service|functions|license)[_-]?key")) {
      return SecretKind.API_KEY;
    }
    return name.matches(".*(passw|passp|passc|pwd).*|.*pass|.*[_-]pw|.*masterauth")
        ? SecretKind.PASSWORD
        : SecretKind.SECRET_VALUE;
  }

  /** Whether it is called like a secret and is none: {@code next_token}, {@code cache_key}. */
  static boolean harmless(String name, SecretKind kind) {
    if (kind == SecretKind.PASSWORD || name.endsWith("secret")) {
      return false;
    }
    for (String prefix : HARMLESS_PREFIX) {
      if (name.startsWith(prefix) && name.length() - prefix.length() <= 7) {
        return true;
      }
    }
    return false;
  }
}

package io.streamsmonitor.core.redact;

import java.util.ArrayList;
import java.util.List;

/** Lines that only look as if they held a credential. */
final class LookAlikes {
  private LookAlikes() {}

  static List<String> of(long seed) {
    RandomText r = new RandomText(seed);
    List<String> out = new ArrayList<>();
    for (String value : identifiers(r)) {
      out.add("2026-01-02 03:04:05 INFO handled " + value + " in 3 ms");
      out.add("{\"level\":\"info\",\"value\":\"" + value + "\",\"n\":1}");
      out.add("level=info value=" + value + " n=1");
    }
    for (String name : names()) {
      for (String value : List.of(r.uuid(), r.hex(32), r.base64(24))) {
        out.add("{\"level\":\"info\",\"" + name + "\":\"" + value + "\"}");
        out.add("level=info " + name + "=" + value);
      }
    }
    for (String name : List.of("password", "client_secret", "api_key", "access_token")) {
      for (String value : nothings()) {
        out.add("level=info " + name + "=" + value);
        out.add("{\"level\":\"info\",\"" + name + "\":\"" + value + "\"}");
      }
      out.add("{\"level\":\"info\",\"" + name + "\":null,\"n\":1}");
      out.add("level=info " + name + "= n=1");
      out.add("POST /login?user=bob&" + name + "=&n=1");
    }
    out.addAll(prose(r));
    return out;
  }

  private static List<String> identifiers(RandomText r) {
    return List.of(
        r.uuid(),
        r.hex(40),
        "sha256:" + r.hex(64),
        r.hex(32),
        r.hex(16),
        "00-" + r.hex(32) + "-" + r.hex(16) + "-01",
        "17" + r.digits(11) + "-" + r.below(9),
        "data:image/png;base64," + r.base64(120),
        "W/\"" + r.hex(32) + "\"",
        "payments-" + r.hex(10) + "-" + r.lower(5),
        "[2001:db8:" + r.hex(4) + "::" + r.hex(4) + "]:6379",
        "0x" + r.hex(16),
        "redis://10.0.0.5:6379/0",
        "redis://:***@cache:6379",
        "https://example.org/a/" + r.uuid() + "?page=2",
        "git@github.com:acme/orders.git",
        "AKIAIOSFODNN7" + "EXAMPLE",
        "arn:aws:iam::" + r.digits(12) + ":role/orders",
        "orders:cache:" + r.digits(8),
        "com.acme.security.TokenAuthenticationFilter",
        "sha512-" + r.base64(64),
        "SHA256:" + r.base64(32).replace("=", ""),
        "SKU" + r.digits(8),
        r.base64(60),
        "2026-01-02T03:04:05.123Z");
  }

  private static List<String> names() {
    return List.of(
        "correlationId",
        "traceId",
        "spanId",
        "messageId",
        "requestId",
        "etag",
        "digest",
        "checksum",
        "idempotencyKey",
        "partitionKey",
        "cacheKey",
        "publicKey",
        "nextToken",
        "pageToken",
        "continuation_token",
        "cursor",
        "fingerprint",
        "commit",
        "tenant",
        "nonce");
  }

  private static List<String> nothings() {
    return List.of(
        "****",
        "[REDACTED]",
        "<redacted>",
        "${DB_PASSWORD}",
        "{{ vault.db }}",
        "xxxxxxxx",
        "null",
        "none",
        "***",
        "$DB_PASSWORD",
        "%(password)s",
        "[FILTERED]",
        "********",
        "undefined",
        "(hidden)",
        "changeme",
        "REDACTED",
        "<secret>",
        "vault:secret/data/db#password",
        "...");
  }

  private static List<String> prose(RandomText r) {
    return List.of(
        "password reset for user 42",
        "reading arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-password-"
            + r.word(6),
        "http_auth=required proxy_auth=disabled",
        "password: must contain at least 8 characters",
        "Invalid CSRF token",
        "token bucket refilled for " + r.uuid(),
        "JWT token expired at 2026-01-02T03:04:05Z",
        "tokens=1532 promptTokens=87 max_tokens=4096",
        "passwordEncoder=BCryptPasswordEncoder",
        "secretRef=payments-db-credentials",
        "secretName=orders-tls secretKeyRef=db",
        "secret santa draw: done",
        "keyspace hits: 17",
        "-----BEGIN PUBLIC KEY-----",
        "-----BEGIN CERTIFICATE-----",
        "mailto:bob@example.com",
        "token_type=Bearer expires_in=3600",
        "grant_type=client_credentials",
        "Authorization header missing",
        "Bearer token expired",
        "Basic authentication is enabled",
        "AUTH failed for user default",
        "NOAUTH Authentication required.",
        "WRONGPASS invalid username-password pair or user is disabled.",
        "PWD=/home/app OLDPWD=/var/lib/app",
        "postgres://localhost:5432/orders",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + r.word(40),
        "password authentication failed for user \"app\"",
        "api key rotated for tenant 17",
        "loaded secrets from /run/secrets/db_password",
        "session closed for user root",
        "session=" + r.uuid() + " closed",
        "X-Request-Id: " + r.uuid(),
        "key=orders:17 value=3",
        "no password set",
        "password=required",
        "accessKeyId missing",
        "credentials provider: InstanceProfile",
        "sk-SK locale loaded",
        "at com.acme.auth.TokenService.refresh(TokenService.java:41)",
        "Set-Cookie: theme=dark; Path=/",
        "SETNAME orders ok",
        "docker.io/library/redis@sha256:" + r.hex(64));
  }
}

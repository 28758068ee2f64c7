package io.streamsmonitor.core.redact;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** Credentials as they are handed out, put together at run time so that no scanner trips here. */
final class SecretSamples {
  /**
   * A line with a secret.
   *
   * @param secret what must not be seen any more
   */
  record Sample(String kind, String line, String secret) {}

  private static final String B32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final RandomText r;
  private final List<Sample> out = new ArrayList<>();

  private SecretSamples(long seed) {
    r = new RandomText(seed);
  }

  static List<Sample> of(long seed) {
    SecretSamples samples = new SecretSamples(seed);
    samples.cloud();
    samples.forges();
    samples.services();
    samples.ownForm();
    samples.named();
    return samples.out;
  }

  private void cloud() {
    structured("aws key id", "AK" + "IA" + r.of(B32, 16));
    structured("aws temporary key id", "AS" + "IA" + r.of(B32, 16));
    structured("google api", "AI" + "za" + r.urlWord(35));
    structured("google oauth", "ya" + "29." + r.urlWord(60));
    structured("google refresh", "1/" + "/0" + r.urlWord(60));
    structured("google client", "GOC" + "SPX-" + r.urlWord(28));
    structured("azure client", r.word(3) + "8" + "Q~" + r.urlWord(34));
    structured("digitalocean", "dop" + "_v1_" + r.hex(64));
    structured("alibaba", "LT" + "AI" + r.word(20));
    structured("databricks", "da" + "pi" + r.hex(32));
    structured("vault", "hv" + "s." + r.urlWord(90));
    structured("terraform", r.word(14) + ".atlas" + "v1." + r.urlWord(64));
    structured("pulumi", "pu" + "l-" + r.hex(40));
    structured("fly", "fo1" + "_" + r.urlWord(43));
    structured("planetscale", "pscale" + "_tkn_" + r.urlWord(40));
    structured("supabase", "sb" + "p_" + r.hex(40));
    structured("doppler", "dp" + ".pt." + r.word(43));
    structured("heroku", "HR" + "KU-" + r.uuid());
  }

  private void forges() {
    for (String letter : List.of("p", "o", "u", "s", "r")) {
      structured("github " + letter, "gh" + letter + "_" + r.word(36));
    }
    structured("github fine", "github" + "_pat_" + r.word(22) + "_" + r.word(59));
    structured("gitlab", "gl" + "pat-" + r.urlWord(20));
    structured("gitlab runner", "gl" + "rt-" + r.urlWord(20));
    structured("bitbucket", "AT" + "BB" + r.word(32));
    structured("atlassian", "AT" + "ATT3" + r.urlWord(180) + "=" + r.upper(8));
    structured("npm", "np" + "m_" + r.word(36));
    structured("pypi", "py" + "pi-AgEIcHlwaS5vcmc" + r.urlWord(120));
    structured("rubygems", "ruby" + "gems_" + r.hex(48));
    structured("docker", "dckr" + "_pat_" + r.urlWord(27));
    structured("nuget", "oy" + "2" + r.of("abcdefghijklmnopqrstuvwxyz234567", 43));
    structured("circleci", "CCI" + "PAT_" + r.word(22) + "_" + r.hex(40));
    structured("sonar", "sq" + "p_" + r.hex(40));
    structured("postman", "PM" + "AK-" + r.hex(24) + "-" + r.hex(34));
    structured("linear", "lin" + "_api_" + r.word(40));
    structured("hugging face", "h" + "f_" + r.letters(34));
  }

  private void services() {
    structured("duffel", "duffel" + "_live_" + r.word(43));
    structured("shippo", "shippo" + "_live_" + r.hex(40));
    structured("clojars", "CLO" + "JARS_" + r.hex(60));
    structured("tailscale", "ts" + "key-auth-" + r.word(12) + "-" + r.word(32));
    structured("langsmith", "ls" + "v2_pt_" + r.hex(32) + "_" + r.hex(10));
    structured("swarm", "SWM" + "TKN-1-" + r.hex(50) + "-" + r.hex(25));
    structured("nobody listed it", "acme" + "_live_" + r.word(30) + "7");
    structured("slack bot", "xox" + "b-" + r.digits(12) + "-" + r.digits(12) + "-" + r.word(24));
    structured("slack app", "xa" + "pp-1-A" + r.upper(10) + "-" + r.digits(12) + "-" + r.hex(64));
    structured("stripe", "sk" + "_live_" + r.word(24));
    structured("stripe restricted", "rk" + "_live_" + r.word(40));
    structured("stripe hook", "wh" + "sec_" + r.word(32));
    structured("sendgrid", "S" + "G." + r.urlWord(22) + "." + r.urlWord(43));
    structured("sendinblue", "xkey" + "sib-" + r.hex(64) + "-" + r.word(16));
    structured("twilio", "S" + "K" + r.hex(32));
    structured("mailgun", "ke" + "y-" + r.hex(32));
    structured("mailchimp", r.hex(32) + "-u" + "s14");
    structured("shopify", "shp" + "at_" + r.hex(32));
    structured("square", "sq0" + "csp-" + r.urlWord(43));
    structured("telegram", r.digits(10) + ":A" + "A" + r.urlWord(33));
    each(
        "discord bot",
        () -> "M" + r.word(23) + "." + r.word(6) + "." + r.urlWord(38),
        p -> "Authorization: Bot " + p);
    structured("openai", "sk" + "-proj-" + r.urlWord(48));
    structured("anthropic", "sk" + "-ant-api03-" + r.urlWord(93) + "AA");
    structured("groq", "gs" + "k_" + r.word(52));
    structured("grafana", "gl" + "sa_" + r.word(32) + "_" + r.hex(8));
    structured("new relic", "NR" + "AK-" + r.upper(27));
    structured("sentry", "sn" + "trys_" + r.urlWord(80));
    structured("dynatrace", "dt0" + "c01." + r.upper(24) + "." + r.upper(64));
    structured("notion", "nt" + "n_" + r.word(46));
    structured("figma", "fi" + "gd_" + r.urlWord(40));
    structured("braintree", "access_" + "token$production$" + r.lower(16) + "$" + r.hex(32));
    structured("age", "AGE-SECRET" + "-KEY-1" + r.of("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L", 58));
    structured("jwt", jwt());
    structured("replicate", "r" + "8_" + r.word(37));
  }

  private String jwt() {
    return "ey"
        + "J"
        + base64Url("{\"alg\":\"RS256\"}").substring(3)
        + "."
        + base64Url("{\"sub\":\"" + r.digits(6) + "\",\"iat\":" + r.digits(10) + "}")
        + "."
        + r.urlWord(43);
  }

  private static String base64Url(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Kinds that are told by what stands around them. */
  private void ownForm() {
    each(
        "url", () -> r.password().replace("#", ""), p -> "postgres" + "://app:" + p + "@db:5432/x");
    each("redis url", () -> r.word(16), p -> "redis" + "://:" + p + "@cache.internal:6379/0");
    each("https url", () -> r.word(14), p -> "https" + "://bob:" + p + "@git.example.org/a.git");
    each("mongo", () -> r.word(12), p -> "mongodb" + "+srv://u:" + p + "@c0.example.net/db");
    each(
        "slack hook",
        () -> r.word(24),
        p -> "https://hooks." + "slack.com/services/T" + r.upper(8) + "/B" + r.upper(8) + "/" + p);
    each(
        "discord hook",
        () -> r.urlWord(68),
        p -> "https://discord" + ".com/api/webhooks/" + r.digits(18) + "/" + p);
    each(
        "azure sas",
        () -> r.base64(32).replace("+", "%2B").replace("/", "%2F").replace("=", "%3D"),
        p -> "https://a.blob.core.windows.net/c?sv=2022-11-02&sr=c&si" + "g=" + p);
    each(
        "azure storage",
        () -> r.base64(64),
        p -> "DefaultEndpointsProtocol=https;AccountName=a;Account" + "Key=" + p);
    each(
        "sql server",
        () -> r.word(12),
        p -> "Server=db;Database=x;User Id=sa;Pass" + "word=" + p + ";");
    each("bearer", () -> r.urlWord(40), p -> "Authorization: Bear" + "er " + p);
    each(
        "basic",
        () -> base64Url("bob:" + r.word(11)).replace("-", "+").replace("_", "/"),
        p -> "Authorization: Bas" + "ic " + p);
    each("api key header", () -> r.hex(32), p -> "x-api-" + "key: " + p);
    each("auth token header", () -> r.urlWord(32), p -> "X-Auth-" + "Token: " + p);
    each("redis auth", () -> r.word(16), p -> "AU" + "TH default " + p);
    each("redis hello", () -> r.word(16), p -> "HELLO 3 AU" + "TH app " + p + " SETNAME orders");
    each("redis config", () -> r.word(16), p -> "CONFIG SET require" + "pass " + p);
    each("redis acl", () -> r.word(16), p -> "ACL SETUSER app on >" + p + " ~* +@all");
    each("redis cli", () -> r.word(16), p -> "redis-cli -h cache -a " + p + " ping");
    each("curl user", () -> r.word(16), p -> "curl -u bob:" + p + " https://example.org/x");
    each("cookie", () -> r.hex(32), p -> "Cookie: session" + "id=" + p + "; theme=dark");
    each(
        "connect sid",
        () -> r.urlWord(32) + "." + r.word(43),
        p -> "Set-Cookie: connect.sid=s%3A" + p + "; Path=/");
    each("mysql", () -> r.word(12), p -> "CREATE USER app IDENTIFIED BY '" + p + "'");
    each(
        "totp",
        () -> r.of(B32, 32),
        p -> "otpauth://totp/App:bob?sec" + "ret=" + p + "&issuer=App");
    each("pg env", () -> r.word(12), p -> "PGPASS" + "WORD=" + p + " psql -h db");
    each("sentry dsn", () -> r.hex(32), p -> "https://" + p + ":" + p + "@o1.ingest.sentry.io/42");
    each(
        "aws security token",
        () -> r.urlWord(200),
        p -> "https://b.s3.amazonaws.com/k?X-Amz-Security-" + "Token=" + p);
  }

  /** Makes a new value each time. */
  private interface Body {
    String next();
  }

  private void each(String kind, Body body, Function<String, String> form) {
    String p = body.next();
    String text = form.apply(p);
    out.add(new Sample(kind + ", plain", "2026-01-02 03:04:05 DEBUG sent " + text, p));
    p = body.next();
    text = form.apply(p);
    out.add(new Sample(kind + ", logfmt", "level=debug msg=\"sent " + text + "\" n=1", p));
    p = body.next();
    text = form.apply(p);
    out.add(
        new Sample(
            kind + ", json", "{\"level\":\"debug\",\"message\":\"sent " + text + "\",\"n\":1}", p));
  }

  private void structured(String kind, String secret) {
    out.add(
        new Sample(kind + ", plain", "2026-01-02 03:04:05 INFO using " + secret + " now", secret));
    out.add(new Sample(kind + ", logfmt", "level=info value=" + secret + " n=1", secret));
    out.add(
        new Sample(
            kind + ", json", "{\"level\":\"info\",\"value\":\"" + secret + "\",\"n\":1}", secret));
    out.add(
        new Sample(
            kind + ", url",
            "GET /cb?value=" + secret.replace("$", "%24") + "&n=1 200",
            secret.replace("$", "%24")));
    out.add(
        new Sample(
            kind + ", escaped",
            "{\"body\":\"{\\\"a\\\":\\\"" + secret + "\\\"}\\n" + secret + "\"}",
            secret));
  }

  /** Told by the name beside it, whatever its form. */
  private void named() {
    String[] passwords = {
      "password",
      "db_password",
      "DB_PASSWD",
      "spring.datasource.password",
      "passphrase",
      "userPwd",
      "smtpPassword",
      "bind_pw",
      "masterauth",
      "REDISCLI_AUTH"
    };
    for (String name : passwords) {
      byName(name, r.password());
    }
    String[] secrets = {
      "client_secret",
      "clientSecret",
      "APP_SECRET",
      "aws_secret_access_key",
      "jwt.secret",
      "signing_key",
      "encryptionKey",
      "private_key",
      "session_secret",
      "webhook_secret",
      "cookieSecret",
      "hmac_key",
      "account_key",
      "consumer_secret",
      "secretKeyBase",
      "encryption-key"
    };
    for (String name : secrets) {
      byName(name, name.startsWith("aws") ? r.base64(30) : r.word(24));
    }
    String[] tokens = {
      "access_token",
      "refresh_token",
      "auth_token",
      "authToken",
      "id_token",
      "apiToken",
      "bot_token",
      "DEPLOY_TOKEN",
      "security_token",
      "bearer",
      "JSESSIONID",
      "basicAuthHeader"
    };
    for (String name : tokens) {
      byName(name, r.urlWord(40));
    }
    String[] keys = {
      "api_key",
      "apiKey",
      "API-KEY",
      "x-api-key",
      "access_key",
      "DD_API_KEY",
      "subscription-key",
      "auth_key"
    };
    for (String name : keys) {
      byName(name, r.hex(32));
    }
  }

  private void byName(String name, String p) {
    out.add(
        new Sample(
            name + ", plain", "2026-01-02 03:04:05 DEBUG config " + name + "=" + p + " loaded", p));
    out.add(new Sample(name + ", colon", "2026-01-02 03:04:05 DEBUG " + name + ": " + p, p));
    out.add(new Sample(name + ", logfmt", "level=debug " + name + "=\"" + p + "\" n=1", p));
    out.add(
        new Sample(
            name + ", json", "{\"level\":\"debug\",\"" + name + "\":\"" + p + "\",\"n\":1}", p));
    out.add(
        new Sample(
            name + ", escaped", "{\"body\":\"{\\\"" + name + "\\\":\\\"" + p + "\\\"}\"}", p));
    String encoded = java.net.URLEncoder.encode(p, StandardCharsets.UTF_8);
    out.add(
        new Sample(
            name + ", url", "POST /login?user=bob&" + name + "=" + encoded + "&n=1", encoded));
    out.add(
        new Sample(
            name + ", encoded",
            "body=user%3Dbob%26" + name + "%3D" + encoded + "%26n%3D1",
            encoded));
  }
}

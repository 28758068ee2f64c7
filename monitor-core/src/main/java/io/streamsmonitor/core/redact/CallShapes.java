package io.streamsmonitor.core.redact;

import static io.streamsmonitor.core.redact.SecretKind.*;

import java.util.List;

/** Kinds that are told by how they are used: in URLs, headers, commands and cookies. */
final class CallShapes {
  static final List<SecretShape> LIST =
      List.of(
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
              SecretShape.EDGE
                  + "(?:AUTH|auth|requirepass|masterauth)(?:\\\\?\"?\\s+\\\\?\"?(?!failed|error|required|no|is|and|with"
                  + "|succeeded|ok|for|user|the|to|token|method|mode|type|via|by|on|from|"
                  + "in|service|server|provider|request|enabled|disabled|module|middleware)"
                  + "[^\\s\"\\\\]+)?\\\\?\"?\\s+\\\\?\"?(?=[^\\s\"]*[0-9])([^\\s\",;\\\\]{6,})\\\\?\"?\\s*(?:$|[\\]\",;)]|(?i:SETNAME)\\b)",
              "AUTH ",
              "AUTH\" ",
              "AUTH\\\" ",
              "auth\" ",
              "requirepass ",
              "masterauth "),
          SecretShape.of(
              REDIS_AUTH,
              "(?i:SETUSER)\"?\\s+\\S+(?:\\s+\\S+){0,6}?\\s+\"?>([^\\s\"]{4,})",
              "SETUSER",
              "setuser"),
          SecretShape.of(
              COMMAND_PASSWORD,
              "redis-cli\\b[^|;&]{0,120}?\\s(?:-a|--pass)\\s+[\"']?([^\\s\"'\\\\]{4,})",
              "redis-cli "),
          SecretShape.of(
              COMMAND_PASSWORD,
              "(?:curl|wget|http)\\b[^|;]{0,160}?\\s(?:-u|--user)\\s+[\"']?[^\\s:\"']+:([^\\s\"'\\\\]{4,})",
              "curl ",
              "wget "),
          SecretShape.of(
              COMMAND_PASSWORD,
              "(?:mysql|mysqldump|mariadb|mysqladmin|sshpass)\\b[^|;]{0,120}?\\s-p([^\\s\"'\\\\=-][^\\s\"'\\\\]{3,})",
              "mysql ",
              "mysqldump ",
              "mariadb ",
              "mysqladmin ",
              "sshpass "),
          SecretShape.of(
              COMMAND_PASSWORD,
              "(?:sshpass|docker|podman|nerdctl|buildah|skopeo|helm|az)\\b[^|;]{0,120}?\\s-p\\s+[\"']?([^\\s\"'\\\\:-][^\\s\"'\\\\:]{3,})(?![\\w:/])",
              "sshpass ",
              "docker login",
              "podman login",
              "nerdctl login",
              "buildah login",
              "skopeo login",
              "helm registry",
              "az login"),
          SecretShape.of(
                  COMMAND_PASSWORD,
                  "\\s--(?:[a-z]+-){0,3}(?:password|pass|passphrase|token|secret|(?:api|access|auth|private|secret|encryption|signing|master)-key)"
                      + "\\s+[\"']?([^\\s\"'\\\\-][^\\s\"'\\\\]{5,})",
                  "-password ",
                  "-pass ",
                  "-passphrase ",
                  "-token ",
                  "-secret ",
                  "-key ")
              .reachingBack(40),
          SecretShape.of(
              COMMAND_PASSWORD,
              "ssh-keygen\\b[^|;]{0,120}?\\s-[PN]\\s+(\"[^\"\\\\]{4,}\"|'[^'\\\\]{4,}'|[^\\s\"'\\\\]{4,})",
              "ssh-keygen "),
          SecretShape.of(
              DATABASE_PASSWORD,
              "(?i:IDENTIFIED\\s+(?:WITH\\s+\\S+\\s+)?BY\\s+|WITH\\s+PASSWORD\\s+|PASSWORD\\s+)(?:'|\\\\?\")([^'\"\\\\]{4,})(?:'|\\\\?\")",
              "IDENTIFIED ",
              "identified ",
              "PASSWORD '",
              "password '",
              "PASSWORD \"",
              "PASSWORD \\\""),
          SecretShape.of(REDIS_AUTH, "AUTH2\\s+\\S+\\s+(\\S{4,})", "AUTH2 "),
          SecretShape.of(
              DATABASE_URL_PASSWORD,
              "(?:jdbc:oracle:[a-z]+:|sqlplus\\s+(?:-\\S+\\s+)*)[^\\s/:@]+/([^\\s/@\"']{4,})@",
              "jdbc:oracle:",
              "sqlplus "),
          SecretShape.of(
              COMMAND_PASSWORD,
              "ldap[a-z]+\\b[^|;]{0,120}?\\s-w\\s+[\"']?([^\\s\"'\\\\]{4,})",
              "ldapsearch ",
              "ldapmodify ",
              "ldapadd ",
              "ldapwhoami ",
              "ldapdelete "),
          // Elements and attributes of XML, however they are quoted around it.
          SecretShape.of(
                  PASSWORD,
                  "(?i:password|passwd|secret|token|api[_-]?key)>([^<\\s]{6,})</",
                  "assword>",
                  "asswd>",
                  "ecret>",
                  "oken>",
                  "piKey>",
                  "pikey>",
                  "pi_key>")
              .reachingBack(7),
          SecretShape.of(
              SECRET_VALUE,
              "<(?i:(?:add|property|entry|setting|param)\\s+(?:key|name)=\\\\?\"?[\\w.:-]*(?:password|passwd|secret|token|api[_-]?key)\\\\?\"?\\s+value=)\\\\?\"?([^\"\\\\\\s/]{6,})",
              "<add ",
              "<property ",
              "<entry ",
              "<setting ",
              "<param "),
          // In a sentence only where the sentence says that the next word is it.
          SecretShape.of(
                  PASSWORD,
                  "(?i:(?:passw(?:or)?d\\s+(?:is|was|set to|changed to)|(?:with|using|login\\s+\\S{1,64})\\s+passw(?:or)?d))\\s+[\"'`]?"
                      + "((?=[^\\s]*[0-9!@#$%^&*])(?=[^\\s]*[A-Za-z])(?!\\d{4}-|(?i:sha|md5|argon|bcrypt|scrypt|pbkdf|base64|utf|oauth|ldap|0x))"
                      + "[^\\s\"'`,;)\\\\]{6,})",
                  "password ",
                  "passwd ",
                  "Password ")
              .reachingBack(72),
          SecretShape.of(
              BASIC_CREDENTIALS,
              "auth(?:\\\\?\")?\\s*[:=]\\s*(?:\\\\?\")?([A-Za-z0-9+/]{8,}={0,2})(?![A-Za-z0-9+/=])",
              "auth\"",
              "auth\\\"",
              "auth=",
              "auth:"),
          // A scheme and its credential, whatever the scheme: Token, ApiKey, SSWS, Digest …
          SecretShape.of(
              AUTHORIZATION,
              "(?i:authorization)\\\\?[\"']?\\s*[:=]\\s*\\\\?[\"']?(?:(?!(?i:bearer|basic)\\b)[A-Za-z][\\w-]{1,20}(?:\\s+|%20))?"
                  + "(?=[A-Za-z0-9._~+/=-]*[0-9])([A-Za-z0-9._~+/-]{16,}=*)(?![A-Za-z0-9._~+/=-])",
              "Authorization",
              "authorization",
              "AUTHORIZATION"),
          SecretShape.of(
              SIGNED_URL,
              "(?:X-Amz-Signature|X-Goog-Signature|[?&]Signature)=([A-Za-z0-9%~_+/-]{24,}=*)",
              "X-Amz-Signature=",
              "X-Goog-Signature=",
              "?Signature=",
              "&Signature="),
          SecretShape.of(
              SENTRY_TOKEN,
              "https?://([0-9a-f]{32})(?::[^@\\s\"']{1,200})?@[A-Za-z0-9.-]*(?:sentry|ingest)",
              "https://",
              "http://"),
          SecretShape.of(
              SESSION_COOKIE,
              "(?i:(?:session[_-]?id|sessid|phpsessid|jsessionid|connect\\.sid|sid|session|remember_token))"
                  + "=(?:s%3A)?(?![0-9a-fA-F]{8}-[0-9a-fA-F]{4}-)([A-Za-z0-9%._+/-]{24,}=*)",
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

  private CallShapes() {}

  private static SecretShape url(SecretKind kind, String scheme) {
    String form =
        SecretShape.EDGE
            + scheme
            + "://[^\\s:/?#@\"'<>]*:([^\\s/?#@\"'<>]{1,200})@[A-Za-z0-9\\[_$]";
    return SecretShape.of(kind, form, "://").reachingBack(28);
  }
}

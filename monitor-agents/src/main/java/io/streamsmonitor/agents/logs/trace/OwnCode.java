package io.streamsmonitor.agents.logs.trace;

import java.util.regex.Pattern;

/** Tells a program's own frames from those of its libraries. */
final class OwnCode {
  private static final Pattern LIBRARY =
      Pattern.compile(
          "(?:[\\w.-]+(?:@[\\w.]+)?//?)?(?:java|javax|jdk|sun|com\\.sun|jakarta|kotlin|kotlinx|scala|groovy"
              + "|org\\.(?:springframework|apache|hibernate|eclipse|jboss|slf4j|junit|h2|postgresql|redisson)"
              + "|io\\.(?:netty|lettuce|micrometer|grpc|vertx|undertow|projectreactor|quarkus|micronaut)"
              + "|reactor|redis\\.clients|com\\.(?:fasterxml|google|zaxxer|mysql|mongodb|rabbitmq)"
              + "|ch\\.qos|System|Microsoft|StackExchange|Npgsql|runtime|net/http|testing|syscall)[./].*"
              + "|.*(?:node:|node_modules|internal/|<anonymous>|site-packages|dist-packages|/lib/python|/usr/lib/"
              + "|/gems/|\\.cargo/|/rustc/|/usr/local/go/|/go/pkg/mod/).*");

  private OwnCode() {}

  static boolean is(String frame) {
    return !LIBRARY.matcher(frame).matches();
  }
}

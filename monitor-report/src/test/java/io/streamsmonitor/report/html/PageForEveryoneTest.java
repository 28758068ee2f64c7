package io.streamsmonitor.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.report.SampleSession;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** What a screen reader, a keyboard and eyes that see little contrast need of the page. */
class PageForEveryoneTest {
  private static final Pattern COLOUR = Pattern.compile("--([\\w-]+):(#[0-9a-f]{3,6}|\\d+%)");
  private static final double AA = 4.5;

  @TempDir Path folder;
  private String html = "";
  private ParsedPage page = ParsedPage.of("<html/>");

  @BeforeEach
  void read() {
    html = HtmlReport.of(SampleSession.sick(folder).result());
    page = ParsedPage.of(html);
  }

  @Test
  void headingsLeaveNoLevelOut() {
    int before = 0;
    for (Element element : page.all("*")) {
      if (element.getTagName().matches("h[1-6]")) {
        int level = element.getTagName().charAt(1) - '0';
        assertThat(level).as(element.getTextContent()).isBetween(1, before + 1);
        before = level;
      }
    }
    assertThat(page.all("h1")).hasSize(1);
  }

  @Test
  void landmarksAndLanguageAreThere() {
    for (String landmark : List.of("header", "nav", "main", "footer")) {
      assertThat(page.all(landmark)).as(landmark).hasSize(1);
    }
    assertThat(page.all("nav").get(0).getAttribute("aria-label")).isNotEmpty();
    assertThat(page.all("html").get(0).getAttribute("lang")).isEqualTo("en");
    assertThat(page.all("title").get(0).getTextContent()).startsWith("CRITICAL · session");
  }

  @Test
  void everyDrawingSaysWhatItIs() {
    assertThat(page.all("svg"))
        .hasSizeGreaterThan(5)
        .allSatisfy(
            svg -> {
              boolean hidden = svg.getAttribute("aria-hidden").equals("true");
              assertThat(hidden || !ParsedPage.within(svg, "title").isEmpty()).isTrue();
              assertThat(hidden || !svg.getAttribute("role").isEmpty()).isTrue();
            });
  }

  @Test
  void everyTableHasHeadsAndAName() {
    assertThat(page.all("table"))
        .hasSizeGreaterThan(3)
        .allSatisfy(
            table -> {
              List<Element> heads = ParsedPage.within(table, "th");
              assertThat(heads).isNotEmpty();
              assertThat(heads).allMatch(th -> th.getAttribute("scope").matches("col|row"));
              Element around = (Element) table.getParentNode();
              assertThat(
                      !ParsedPage.within(table, "caption").isEmpty()
                          || around.hasAttribute("aria-labelledby"))
                  .isTrue();
            });
  }

  @Test
  void everyBoxOfTheFilterHasWords() {
    assertThat(page.all("input"))
        .isNotEmpty()
        .allMatch(box -> !box.getParentNode().getTextContent().isBlank())
        .allMatch(box -> ((Element) box.getParentNode()).getTagName().equals("label"));
    assertThat(page.all("legend")).hasSize(1);
  }

  @Test
  void everyLinkLeadsToAPlaceOnThePageAndEveryPlaceIsOne() {
    links();
    page = ParsedPage.of(HtmlReport.of(new SampleSession(folder.resolve("empty")).result()));
    links();
  }

  private void links() {
    Set<String> ids = new HashSet<>();
    for (Element element : page.all("*")) {
      String id = element.getAttribute("id");
      assertThat(id.isEmpty() || ids.add(id)).as("one place a name: " + id).isTrue();
    }
    assertThat(page.all("a"))
        .allSatisfy(a -> assertThat(ids).contains(a.getAttribute("href").substring(1)));
  }

  @Test
  void respectsWhoWantsNothingToMove() {
    assertThat(Asset.STYLE.text()).contains("@media (prefers-reduced-motion:no-preference){html{");
    assertThat(Asset.STYLE.text()).doesNotContain("animation", "transition");
  }

  /** Every colour of text on every ground that it stands on, by the formula of WCAG 2. */
  @Test
  void coloursKeepTheContrastThatWcagAsksFor() {
    List<Map<String, String>> schemes = schemes();
    assertThat(schemes).as("light, dark, print").hasSize(3);
    for (Map<String, String> colours : schemes) {
      double tint = Double.parseDouble(colours.getOrDefault("tint", "").replace("%", "")) / 100;
      double[] ground = rgb(colours.getOrDefault("bg", ""));
      double[] card = rgb(colours.getOrDefault("card", ""));
      colours.forEach(
          (name, value) -> {
            if (!Set.of("bg", "card", "line", "tint").contains(name)) {
              double[] ink = rgb(value);
              assertThat(contrast(ink, ground)).as(name + " on bg").isGreaterThan(AA);
              assertThat(contrast(ink, card)).as(name + " on card").isGreaterThan(AA);
              assertThat(contrast(ink, mixed(ink, ground, tint))).as(name).isGreaterThan(AA);
            }
          });
    }
  }

  private static List<Map<String, String>> schemes() {
    return Pattern.compile(":root\\{([^}]*)\\}")
        .matcher(Asset.STYLE.text())
        .results()
        .map(scheme -> colours(scheme.group(1)))
        .toList();
  }

  private static Map<String, String> colours(String rules) {
    Map<String, String> colours = new TreeMap<>();
    Matcher colour = COLOUR.matcher(rules);
    while (colour.find()) {
      colours.put(colour.group(1), colour.group(2));
    }
    return colours;
  }

  private static double[] rgb(String hex) {
    String six = hex.length() == 4 ? hex.replaceAll("([0-9a-f])", "$1$1") : hex;
    int all = Integer.parseInt(six.substring(1), 16);
    return new double[] {all >> 16, all >> 8 & 255, all & 255};
  }

  private static double[] mixed(double[] ink, double[] ground, double part) {
    double[] mixed = new double[3];
    for (int i = 0; i < 3; i++) {
      mixed[i] = ink[i] * part + ground[i] * (1 - part);
    }
    return mixed;
  }

  private static double contrast(double[] a, double[] b) {
    double one = light(a) + 0.05;
    double other = light(b) + 0.05;
    return Math.max(one, other) / Math.min(one, other);
  }

  private static double light(double[] rgb) {
    double[] weight = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double c = rgb[i] / 255;
      sum += weight[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}

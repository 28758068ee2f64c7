package io.streamsmonitor.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamsmonitor.report.text.Markup;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page's one script: it adds a box that filters findings by what stands in them. The policy
 * lets this text run and no other; without it the page is all there.
 */
final class Script {
  private static final String TEXT =
      """

      (function(){var bar=document.getElementById('filter');if(!bar)return;
      var q=document.createElement('input');q.id='q';q.type='search';
      q.placeholder='filter findings by text';q.setAttribute('aria-label',q.placeholder);
      q.addEventListener('input',function(){var w=q.value.toLowerCase();
      document.querySelectorAll('#all>details').forEach(function(d){
      d.style.display=d.textContent.toLowerCase().indexOf(w)<0?'none':''})});
      bar.appendChild(q)})();
      """;

  /** What the policy says of it. */
  static final String SOURCE = "'sha256-" + hash() + "'";

  private Script() {}

  static void write(Markup page) {
    page.open("script").own(TEXT).close("script").newline();
  }

  private static String hash() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(TEXT.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package io.streamsmonitor.agents.source.script;

import io.streamsmonitor.agents.source.script.Token.Kind;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** A list of tokens with a place in it; it knows which brackets belong together. */
final class Tokens {
  private static final Token END = new Token(Kind.END, "", Integer.MAX_VALUE, true);
  private static final Set<String> OPERATORS =
      Set.of("typeof", "keyof", "readonly", "infer", "unique", "new", "asserts", "abstract");

  /** Types that only wrap what matters. */
  private static final Set<String> WRAPPERS =
      Set.of("Promise", "Readonly", "Required", "Partial", "Awaited", "NonNullable");

  private final List<Token> list;
  private final int[] partner;
  private int at;

  Tokens(List<Token> list) {
    this.list = list;
    this.partner = new int[list.size()];
    Arrays.fill(partner, list.size());
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < list.size(); i++) {
      Token t = list.get(i);
      if (t.kind() == Kind.SIGN && "([{".contains(t.text())) {
        open.push(i);
      } else if (t.kind() == Kind.SIGN && ")]}".contains(t.text()) && !open.isEmpty()) {
        partner[open.pop()] = i;
      }
    }
  }

  int place() {
    return at;
  }

  void go(int place) {
    at = place;
  }

  boolean ended() {
    return at >= list.size();
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return token(at + ahead);
  }

  Token token(int place) {
    return place >= 0 && place < list.size() ? list.get(place) : END;
  }

  Token next() {
    Token t = peek();
    at++;
    return t;
  }

  boolean is(String sign) {
    return peek().is(sign);
  }

  /** Passes over the sign if it stands here. */
  boolean take(String sign) {
    boolean here = is(sign);
    at += here ? 1 : 0;
    return here;
  }

  /** The place of the bracket that closes the one at the place; the end where none does. */
  int close(int place) {
    return place < partner.length ? partner[place] : list.size();
  }

  List<Token> between(int from, int to) {
    return list.subList(Math.min(from, list.size()), Math.min(to, list.size()));
  }

  /** Position of the last token that was passed over. */
  int lastPos() {
    int last = Math.min(at, list.size()) - 1;
    return last < 0 ? 0 : list.get(last).pos();
  }

  /** Passes over a type, and says the simple name of what it is, or "". */
  String type() {
    String name = "";
    take("|");
    take("&");
    for (boolean more = true; more && !ended(); ) {
      String part = typePart();
      name = name.isEmpty() ? part : name;
      if (take("extends")) {
        type();
        if (take("?")) {
          type();
          take(":");
          type();
        }
      }
      more = take("|") || take("&") || take("is");
    }
    return name;
  }

  private String typePart() {
    while (OPERATORS.contains(peek().text()) && (peek(1).isName() || peek(1).is("{"))) {
      at++;
    }
    if (is("<")) {
      angles();
    }
    String name = "";
    if (is("(") || is("{") || is("[")) {
      at = close(at) + 1;
      if (take("=>")) {
        type();
      }
    } else if (peek().isName()) {
      name = named();
    } else if (peek().kind() == Kind.STRING
        || peek().kind() == Kind.NUMBER
        || peek().kind() == Kind.TEMPLATE) {
      at++;
    } else if (is("-") && peek(1).kind() == Kind.NUMBER) {
      at += 2;
    }
    while (is("[") && !peek().fresh()) {
      at = close(at) + 1;
      name = "";
    }
    return name;
  }

  private String named() {
    String name = next().text();
    if (name.equals("import") && is("(")) {
      at = close(at) + 1;
    }
    while (is(".") && peek(1).isName()) {
      at++;
      name = next().text();
    }
    String inner = is("<") ? angles() : "";
    boolean plain = !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    return WRAPPERS.contains(name) ? inner : plain ? name : "";
  }

  /** Passes over type arguments; the name of the first. Leaves its place where there are none. */
  String angles() {
    int from = at++;
    String first = "";
    for (int i = 0; !ended() && !is(">"); i++) {
      int before = at;
      if (peek().isName() && peek(1).is("extends")) {
        at += 2;
      }
      String type = type();
      first = i == 0 ? type : first;
      if (take("=")) {
        type();
      }
      boolean ends = take(",") || is(">");
      if (at == before || !ends) {
        at = from;
        return "";
      }
    }
    at++;
    return first;
  }

  /** Whether type arguments of a call stand here; passes over them if so. */
  boolean typeArguments() {
    int from = at;
    if (!is("<") || !(peek(1).isName() || peek(1).is("{") || peek(1).is("["))) {
      return false;
    }
    angles();
    boolean yes = at > from && (is("(") || peek().kind() == Kind.TEMPLATE);
    at = yes ? at : from;
    return yes;
  }
}

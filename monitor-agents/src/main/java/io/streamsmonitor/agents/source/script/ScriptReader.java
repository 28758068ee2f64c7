package io.streamsmonitor.agents.source.script;

import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.code.Position;
import io.streamsmonitor.agents.source.code.SourceReader;
import io.streamsmonitor.agents.source.code.TypeFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads TypeScript and JavaScript, written out by hand so that it needs no native library. Reads on
 * after errors. Deep nesting wants a thread with a large stack.
 */
public final class ScriptReader implements SourceReader {
  private static final Pattern TEST_LIBRARY =
      Pattern.compile(
          "vitest|jest|@jest/globals|mocha|chai|node:test|ava|supertest|@nestjs/testing");

  private static final int PACKED_FROM = 20_000;
  private static final int LONGEST_LINES = 400;

  @Override
  public CodeFile read(String path, String service, boolean test, String text) {
    if (isPacked(text)) {
      String module = Modules.name(path);
      return new CodeFile(path, service, test, module, List.of(), List.of(), List.of())
          .with("is packed for browsers; nothing in it is judged");
    }
    boolean markup = path.endsWith("x") || path.endsWith("js");
    List<Token> tokens = Lexer.tokens(text, markup);
    Script script = new Script(path, new Tokens(tokens));
    script.statements().all();
    List<String> lines = text.lines().toList();
    int end = Position.of(lines.size() + 1, 0);
    script.functions().finish(script.top(), 0);
    script.module().methods.add(script.top().facts("", List.of(), List.of(), 0, end));
    List<TypeFacts> types = new ArrayList<>();
    types.add(script.module().facts(0, end));
    types.addAll(script.classes().all());
    List<String> imports = script.imports().lines();
    return new CodeFile(
        path,
        service,
        test || imports.stream().anyMatch(i -> TEST_LIBRARY.matcher(i).matches()),
        script.module().name(),
        imports,
        types,
        lines);
  }

  /** Written by a tool for browsers: what stands there stands in a source as well. */
  private static boolean isPacked(String text) {
    return text.length() > PACKED_FROM && text.lines().count() * LONGEST_LINES < text.length();
  }
}

package io.streamsmonitor.agents.source.java;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.code.SourceReader;
import io.streamsmonitor.agents.source.code.TypeFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads Java of any version. Text with errors gives what could be read of it. Not thread-safe; deep
 * nesting wants a thread with a large stack.
 */
public final class JavaReader implements SourceReader {
  private final JavaParser parser =
      new JavaParser(
          new ParserConfiguration()
              .setLanguageLevel(LanguageLevel.RAW)
              .setAttributeComments(false)
              .setDetectOriginalLineSeparator(false));

  /** What a file's text says, or null where nothing of it is Java. */
  @Override
  public @Nullable CodeFile read(String path, String service, boolean test, String text) {
    String slim = Slim.of(text);
    ParseResult<CompilationUnit> result = parser.parse(slim);
    CompilationUnit unit =
        result.isSuccessful()
            ? result.getResult().orElse(null)
            : Mended.read(parser::parse, slim, result);
    if (unit == null) {
      return null;
    }
    List<TypeFacts> types = new ArrayList<>();
    unit.getTypes().forEach(t -> TypeReader.read(t, "", types::add));
    CodeFile file =
        new CodeFile(
            path,
            service,
            test || unit.getImports().stream().anyMatch(JavaReader::isTestLibrary),
            unit.getPackageDeclaration().map(p -> p.getNameAsString()).orElse(""),
            unit.getImports().stream().map(JavaReader::text).toList(),
            types,
            text.lines().toList());
    return result.isSuccessful() ? file : file.with(gap(result));
  }

  private static String gap(ParseResult<CompilationUnit> result) {
    int line = Mended.line(result);
    return "is not understood near line " + line + "; what stands around it is judged";
  }

  private static boolean isTestLibrary(ImportDeclaration i) {
    return i.getNameAsString().startsWith("org.junit.")
        || i.getNameAsString().startsWith("org.testng.");
  }

  private static String text(ImportDeclaration i) {
    return (i.isStatic() ? "static " : "") + i.getNameAsString() + (i.isAsterisk() ? ".*" : "");
  }
}

package io.streamsmonitor.agents.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows the page ends with a passing test. */
class AddingARulePageTest {
  private static final Path PAGE = Path.of("..", "docs", "adding-a-rule.md");
  private static final Pattern FILE =
      Pattern.compile("`[^`\n]*/(\\w+)\\.java`[^`]*```java\n(.*?)```", Pattern.DOTALL);
  private static final String ROOM = "io.streamsmonitor.agents.streams.rules.";

  @TempDir private Path classes;

  @Test
  void theRuleOfThePagePassesTheTestOfThePage() throws Exception {
    compile();
    URL[] place = {classes.toUri().toURL()};
    int run = 0;
    try (URLClassLoader loader = new URLClassLoader(place, getClass().getClassLoader())) {
      Class<?> test = loader.loadClass(ROOM + "GenericConsumerNameTest");
      Constructor<?> made = test.getDeclaredConstructor();
      made.setAccessible(true);
      for (Method method : test.getDeclaredMethods()) {
        if (method.isAnnotationPresent(Test.class)) {
          method.setAccessible(true);
          method.invoke(made.newInstance());
          run++;
        }
      }
    }
    assertThat(run).isEqualTo(2);
  }

  private void compile() throws IOException {
    List<JavaFileObject> files = new ArrayList<>();
    Matcher file = FILE.matcher(Files.readString(PAGE));
    while (file.find()) {
      files.add(source(file.group(1), file.group(2)));
    }
    StringWriter problems = new StringWriter();
    List<String> options = List.of("-d", classes.toString(), "-proc:none");
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .getTask(problems, null, null, options, null, files)
                .call())
        .as("%s", problems)
        .isTrue();
  }

  private static JavaFileObject source(String name, String code) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return code;
      }
    };
  }
}

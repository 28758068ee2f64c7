package io.streamsmonitor.agents.scout.rules;

import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.TypeFacts;
import io.streamsmonitor.agents.source.names.Home;
import io.streamsmonitor.agents.source.names.Names;
import io.streamsmonitor.agents.source.scan.CodeFacts;
import io.streamsmonitor.agents.source.streams.StreamCall;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The code of a fleet as its rules see it: without tests, with what belongs together found. */
public final class CodeView {
  private final CodeFacts facts;
  private final List<CodeFile> files;
  private final List<StreamCall> calls;
  private final Reach reach;

  public CodeView(CodeFacts facts) {
    this.facts = facts;
    this.files = facts.files().stream().filter(f -> !f.test()).toList();
    this.calls = facts.calls().stream().filter(c -> !c.file().test()).toList();
    this.reach = new Reach(facts.names(), calls);
  }

  /** Every file that is judged. */
  public List<CodeFile> files() {
    return files;
  }

  /** Every call of these kinds. */
  public Stream<StreamCall> calls(Op... ops) {
    return calls.stream().filter(c -> List.of(ops).contains(c.op()));
  }

  /** Every call of one of these kinds in the same service. */
  public Stream<StreamCall> siblings(StreamCall of, Op... ops) {
    return calls(ops).filter(c -> c.file().service().equals(of.file().service()));
  }

  public Names names() {
    return facts.names();
  }

  public Reach reach() {
    return reach;
  }

  /** Looks at every method of every judged file that may mention one of the words. */
  public void eachMethod(Set<String> words, BiConsumer<Home, MethodFacts> look) {
    for (CodeFile file : files) {
      Set<String> here = file.mentioned(words);
      if (!here.isEmpty()) {
        each(
            file,
            (home, m) -> {
              if (m.mentionsAny(here)) {
                look.accept(home, m);
              }
            });
      }
    }
  }

  /** Looks at every method of every judged file. */
  public void eachMethod(BiConsumer<Home, MethodFacts> look) {
    files.forEach(file -> each(file, look));
  }

  private static void each(CodeFile file, BiConsumer<Home, MethodFacts> look) {
    for (TypeFacts type : file.types()) {
      Home home = new Home(file, type);
      type.methods().forEach(m -> look.accept(home, m));
    }
  }
}

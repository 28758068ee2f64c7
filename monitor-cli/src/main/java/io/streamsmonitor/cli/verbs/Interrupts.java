package io.streamsmonitor.cli.verbs;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ctrl-C and SIGTERM: the first asks for an orderly end, the second ends at once. The JDK's signal
 * class is reached by name: it is no part of Java SE, and without it a shutdown hook must do.
 */
final class Interrupts {
  private Interrupts() {}

  /**
   * Calls {@code first} at the first signal and {@code second} at every later one.
   *
   * @param second must not return normally if the process is to end
   */
  static void handle(Runnable first, Runnable second) {
    AtomicInteger count = new AtomicInteger();
    Runnable both =
        () -> {
          if (count.getAndIncrement() == 0) {
            first.run();
          } else {
            second.run();
          }
        };
    if (!install("INT", both) || !install("TERM", both)) {
      Runtime.getRuntime().addShutdownHook(new Thread(first, "interrupted"));
    }
  }

  private static boolean install(String name, Runnable task) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, args) -> {
                if (method.getName().equals("handle")) {
                  task.run();
                }
                return null;
              });
      Object instance = signal.getConstructor(String.class).newInstance(name);
      signal.getMethod("handle", signal, handler).invoke(null, instance, proxy);
      return true;
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      return false;
    }
  }
}

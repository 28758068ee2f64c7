package io.streamsmonitor.cli.verbs;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A flag that is not given is taken from the environment: {@code --fail-on} from {@code
 * MONITOR_FAIL_ON}. So a variable wins over monitor.yml, and a flag over both.
 */
public final class EnvironmentDefaults implements IDefaultValueProvider {
  private static final String PREFIX = "MONITOR_";

  private final UnaryOperator<String> environment;

  /**
   * @param environment by name, null where not set
   */
  public EnvironmentDefaults(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
      return null;
    }
    String flag = option.longestName().replaceFirst("^-+", "");
    return environment.apply(PREFIX + flag.replace('-', '_').toUpperCase(Locale.ROOT));
  }
}

package io.habitus.endtoend.running;

import io.habitus.analysis.AnalysisService;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * analysis-service with the bug that a file names, read at each start: so one Habitus can have one bug after the other,
 * and need not be started for each.
 */
public final class Planted {

    private static final String STATE_DIR = "--analysis.state-dir=";

    /** Where the class of the bug is named for a Habitus with this data folder: beside it. */
    public static Path file(Path data) {
        return data.resolveSibling(data.getFileName() + ".planted");
    }

    /** As the supervisor starts a service. */
    public static ConfigurableApplicationContext start(String... args)
            throws ReflectiveOperationException, IOException {
        Path state = Stream.of(args)
                .filter(arg -> arg.startsWith(STATE_DIR))
                .map(arg -> Path.of(arg.substring(STATE_DIR.length())))
                .findFirst()
                .orElseThrow();
        Class<?> bug = Class.forName(Files.readString(file(state.getParent())).strip());
        try {
            return (ConfigurableApplicationContext)
                    bug.getMethod("start", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(
                    AnalysisService.class.getSimpleName() + " does not start", failed.getCause());
        }
    }

    private Planted() {}
}

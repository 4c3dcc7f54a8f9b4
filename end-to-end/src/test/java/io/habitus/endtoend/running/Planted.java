package io.habitus.endtoend.running;

import io.habitus.analysis.AnalysisService;
import io.habitus.analysis.index.CommitsBeforeWriting;
import io.habitus.analysis.index.IgnoresItemErrors;
import io.habitus.analysis.mentions.SkipsRevisions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * analysis-service with the bug that a file names, one at a time. The file is read whenever a bug is asked whether it is
 * there: so one Habitus can have one after the other, and nothing need be started for it.
 */
public final class Planted {

    private static final String STATE_DIR = "--analysis.state-dir=";
    private static volatile Path file;

    /** Gives this bug, and no other any more, to the Habitus with this data folder. */
    static void plant(Class<?> bug, Path data) {
        try {
            // At once, so that nobody reads half a name.
            Path whole = Files.writeString(data.resolveSibling(data.getFileName() + ".planting"), bug.getName());
            Files.move(whole, file(data), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Asked by the bugs, in analysis-service. */
    public static boolean is(Class<?> bug) {
        try {
            return Files.readString(file).equals(bug.getName());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As the supervisor starts a service. */
    public static ConfigurableApplicationContext start(String... args) {
        file = Stream.of(args)
                .filter(arg -> arg.startsWith(STATE_DIR))
                .map(arg -> Path.of(arg.substring(STATE_DIR.length())))
                .map(state -> file(state.getParent()))
                .findFirst()
                .orElseThrow();
        var application = AnalysisService.application();
        application.addPrimarySources(
                List.of(CommitsBeforeWriting.class, IgnoresItemErrors.class, SkipsRevisions.class));
        return application.run(args);
    }

    /** Beside the data folder. */
    private static Path file(Path data) {
        return data.resolveSibling(data.getFileName() + ".planted");
    }

    private Planted() {}
}

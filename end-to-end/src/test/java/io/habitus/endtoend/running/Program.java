package io.habitus.endtoend.running;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the build assembled, and how the script calls it. */
public final class Program {

    private static final Path HABITUS = Path.of(
                    System.getProperty("habitus.program", "../deploy/all-in-one/target/habitus"))
            .toAbsolutePath()
            .normalize();

    /** The command that the script's {@code up} ends in. */
    static List<String> up(List<String> jvmOptions, List<Path> classPathAfter, List<String> options) {
        var command = java(jvmOptions, classPathAfter);
        command.add("io.habitus.allinone.Up");
        command.addAll(options);
        return command;
    }

    /** The command that every other word after {@code habitus} ends in. */
    public static List<String> commandLine(String... args) {
        var command = java(List.of("-Xmx512m"), List.of());
        command.add("io.habitus.commandline.Main");
        command.addAll(List.of(args));
        return command;
    }

    /** The folder with everything that runs. */
    public static Path folder() {
        if (!Files.isDirectory(HABITUS.resolve("lib"))) {
            throw new IllegalStateException("nothing is built in " + HABITUS + "; run mvn package, or ./habitus test");
        }
        return HABITUS;
    }

    private static List<String> java(List<String> jvmOptions, List<Path> classPathAfter) {
        var classPath = new StringBuilder();
        classPath.append(folder().resolve("lib")).append("/*");
        // Not before: the class archives of the JVM are made for a class path that begins with our libraries.
        classPathAfter.forEach(entry -> classPath.append(':').append(entry));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dhabitus.elasticsearch.zip=" + folder().resolve("elasticsearch.zip")));
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", classPath.toString()));
        return command;
    }

    private Program() {}
}

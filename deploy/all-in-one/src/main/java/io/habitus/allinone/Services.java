package io.habitus.allinone;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Runs one service, or several, in this JVM: {@code CLASS ARGUMENT... [-- CLASS ARGUMENT...]...}. Started in this order,
 * stopped in the reverse one when standard input ends, which is when the supervisor wants it or is gone.
 */
public final class Services {

    /** Between two services. */
    static final String NEXT = "--";

    private Services() {}

    /** Ends with status 1 if a service does not start. */
    public static void main(String[] arguments) {
        Deque<AutoCloseable> running = new ArrayDeque<>();
        try {
            for (List<String> service : split(arguments)) {
                running.push(start(service.getFirst(), service.subList(1, service.size())));
            }
        } catch (ReflectiveOperationException | RuntimeException broken) {
            // Printed in full, since the log is all that is left of it.
            broken.printStackTrace();
            System.exit(1);
        }
        awaitEndOfInput();
        int status = 0;
        for (AutoCloseable service : running) {
            try {
                service.close();
            } catch (Exception broken) {
                broken.printStackTrace();
                status = 1;
            }
        }
        System.exit(status);
    }

    /** By name, since a process that runs one service shall not load the others. */
    private static AutoCloseable start(String className, List<String> arguments) throws ReflectiveOperationException {
        try {
            return (AutoCloseable)
                    Class.forName(className).getMethod("start", String[].class).invoke(null, (Object)
                            arguments.toArray(String[]::new));
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(className + " did not start", failed.getCause());
        }
    }

    static List<List<String>> split(String[] arguments) {
        List<List<String>> services = new ArrayList<>();
        List<String> service = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals(NEXT)) {
                services.add(List.copyOf(service));
                service.clear();
                continue;
            }
            service.add(argument);
        }
        services.add(List.copyOf(service));
        return services;
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // Nobody writes to it: it only ends.
            }
        } catch (IOException broken) {
            System.err.println("standard input broke: " + broken.getMessage());
        }
    }
}

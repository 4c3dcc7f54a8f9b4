package io.habitus.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.json.JsonMapper;

/** The live views as a follower gets them. */
final class Frames implements AutoCloseable {

    private static final String DATA = "data: ";
    private static final Line END = new Line(0, "");

    private record Line(long at, String data) {}

    private final InputStream stream;
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private final Coverage coverage = new Coverage();
    private volatile boolean closing;
    private volatile boolean broken;

    /** Follows from now on. */
    Frames(InputStream stream) {
        this.stream = stream;
        // Two threads, so that reading a frame does not delay the time at which the next one is seen.
        Thread.ofPlatform().daemon().name("frames-come").start(this::read);
        Thread.ofPlatform().daemon().name("frames-are-read").start(this::understand);
    }

    /** What was covered so far. */
    Coverage coverage() {
        if (broken) {
            throw new Refused("The live views broke off.");
        }
        return coverage;
    }

    private void read() {
        try (var in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith(DATA)) {
                    lines.add(new Line(System.nanoTime(), line.substring(DATA.length())));
                }
            }
            broken = !closing;
        } catch (IOException gone) {
            broken = !closing;
        }
        lines.add(END);
    }

    private void understand() {
        try {
            for (Line line = lines.take(); line != END; line = lines.take()) {
                coverage.take(line.at, JsonMapper.shared().readTree(line.data));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            stream.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

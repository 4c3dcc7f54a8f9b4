package io.habitus.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The live views as a follower gets them, and when each came to cover which mentions. */
final class Frames implements AutoCloseable {

    private static final String DATA = "data: ";
    private static final Line END = new Line(0, "");

    private record Line(long at, String data) {}

    private record Partition(String watch, int number) {}

    /** In the order of both: from {@code at} on, everything up to {@code offset} was counted. */
    private record Step(long offset, long at) {}

    private final InputStream stream;
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private final Map<Partition, List<Step>> steps = new HashMap<>();
    private volatile boolean closing;
    private volatile boolean broken;

    /** Follows from now on. */
    Frames(InputStream stream) {
        this.stream = stream;
        // Two threads, so that reading a frame does not delay the time at which the next one is seen.
        Thread.ofPlatform().daemon().name("frames-come").start(this::read);
        Thread.ofPlatform().daemon().name("frames-are-read").start(this::understand);
    }

    /** When the first frame of this watch came that covers this mention, in the time of {@link System#nanoTime}. */
    synchronized OptionalLong firstCovering(String watch, int partition, long offset) {
        if (broken) {
            throw new Refused("The live views broke off.");
        }
        List<Step> known = steps.get(new Partition(watch, partition));
        if (known == null || known.getLast().offset < offset) {
            return OptionalLong.empty();
        }
        int low = 0;
        int high = known.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (known.get(middle).offset >= offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return OptionalLong.of(known.get(low).at);
    }

    /** Takes a frame; a later one of the same watch never covers less. */
    synchronized void take(long at, JsonNode frame) {
        String watch = frame.path("watch").asString("");
        frame.path("asOf").propertyStream().forEach(covered -> {
            var partition = new Partition(watch, Integer.parseInt(covered.getKey()));
            long offset = covered.getValue().asLong();
            List<Step> known = steps.computeIfAbsent(partition, _ -> new ArrayList<>());
            if (known.isEmpty() || known.getLast().offset < offset) {
                known.add(new Step(offset, at));
            }
        });
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
                take(line.at, JsonMapper.shared().readTree(line.data));
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

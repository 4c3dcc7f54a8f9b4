package io.habitus.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** When the live view of each watch came to cover which mentions, by the {@code asOf} of its frames. */
final class Coverage {

    private record Partition(String watch, int number) {}

    /** In the order of both: from {@code at} on, everything up to {@code offset} was counted. */
    private record Step(long offset, long at) {}

    private final Map<Partition, List<Step>> steps = new HashMap<>();

    /** When the first frame of this watch came that covers this mention, in the time of {@link System#nanoTime}. */
    synchronized OptionalLong firstCovering(String watch, int partition, long offset) {
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
}

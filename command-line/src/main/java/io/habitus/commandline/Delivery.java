package io.habitus.commandline;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** Posts lines until the door has answered: while it is away, it is asked again and again. */
final class Delivery {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** A 500 may be the door's last word before it dies, or a mistake of ours that no patience cures. */
    private static final int MOST_ERRORS_IN_A_ROW = 20;

    private final Door door;
    private final Progress progress;
    private final BooleanSupplier givenUp;

    /** @param givenUp whether it is no use to go on asking a door that is away */
    Delivery(Door door, Progress progress, BooleanSupplier givenUp) {
        this.door = door;
        this.progress = progress;
        this.givenUp = givenUp;
    }

    /**
     * The door's account of these lines.
     *
     * @throws DoorAway if the door is away and it is no use
     * @throws DoorRefused if asking again will not help
     */
    JsonNode answered(String path, Chunks.Chunk chunk) {
        Instant since = Instant.now();
        Duration pause = FIRST_PAUSE;
        int errors = 0;
        while (true) {
            try {
                return door.postLines(path, chunk.bytes(), chunk.length());
            } catch (DoorAway away) {
                if (givenUp.getAsBoolean()) {
                    throw away;
                }
                progress.waiting(away.getMessage(), Duration.between(since, Instant.now()));
            } catch (DoorRefused refusal) {
                if (refusal.status() != 500 || ++errors == MOST_ERRORS_IN_A_ROW || givenUp.getAsBoolean()) {
                    throw refusal;
                }
                progress.waiting(refusal.getMessage(), Duration.between(since, Instant.now()));
            }
            rest(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotDo("Interrupted.", interrupted);
        }
    }
}

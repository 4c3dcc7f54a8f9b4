package io.habitus.persona;

import io.habitus.contracts.Polarity.Pile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A random past of MENTIONS, the same for the same seed: new mentions of any age, edits that change watches, kind or
 * author, withdrawals and returns, duplicates, and events older than what is known.
 */
public final class History {

    /** The projects it tells of. */
    public static final List<String> PROJECTS = List.of("default", "default2", "zweites");

    /** The watches it tells of; some names begin like others. */
    public static final List<String> WATCHES = List.of("bahn", "bahn2", "bus", "b");

    private static final int VOICES = 12;

    private final Random random;
    private final Map<String, Said> newest = new LinkedHashMap<>();
    private final List<Said> all = new ArrayList<>();
    private int posts;

    /** @param seed decides everything */
    public History(long seed) {
        this.random = new Random(seed);
    }

    /** What happens next. */
    public Said next(Instant now) {
        int dice = all.isEmpty() ? 0 : random.nextInt(10);
        if (dice < 5) {
            return remember(fresh(now));
        }
        Said known = all.get(random.nextInt(all.size()));
        if (dice == 5) {
            return known;
        }
        Said current = newest.get(known.key());
        return remember(new Said(
                current.project(),
                current.post(),
                current.sequence() + 1 + random.nextInt(3),
                current.at(),
                dice == 6 ? random.nextBoolean() : current.repost(),
                dice == 7 ? author() : current.author(),
                random.nextInt(3) == 0 ? pile() : current.pile(),
                random.nextInt(3) == 0 ? text() : current.text(),
                dice >= 8 && random.nextBoolean() ? List.of() : watches()));
    }

    private Said remember(Said said) {
        newest.put(said.key(), said);
        all.add(said);
        return said;
    }

    private Said fresh(Instant now) {
        String post = random.nextInt(8) == 0 ? "post-" + posts++ : "%032x".formatted(posts++ * 0x9E3779B97F4A7C15L);
        return new Said(
                PROJECTS.get(random.nextInt(PROJECTS.size())),
                post,
                1 + random.nextInt(2),
                now.plus(age()),
                random.nextInt(4) == 0,
                author(),
                pile(),
                text(),
                watches());
    }

    private Duration age() {
        long minute = Duration.ofMinutes(1).toMillis();
        return switch (random.nextInt(8)) {
            case 0 -> Duration.ofMillis(random.nextLong(24 * 60 * minute));
            case 1 -> Duration.ofMillis(-random.nextLong(2 * 365 * 24 * 60 * minute));
            case 2 -> Duration.ofMillis(-random.nextLong(8 * 24 * 60 * minute));
            case 3, 4 -> Duration.ofMillis(-random.nextLong(26 * 60 * minute));
            default -> Duration.ofMillis(-random.nextLong(70 * minute));
        };
    }

    private String text() {
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> " ";
            default -> "Zug " + random.nextInt(5) + " fällt aus 🚆 @anna";
        };
    }

    private Pile pile() {
        int pile = random.nextInt(Pile.values().length + 1);
        return pile == Pile.values().length ? null : Pile.values()[pile];
    }

    private String author() {
        int voice = random.nextInt(VOICES);
        return switch (voice) {
            case 0 -> null;
            case 1 -> "no-pseudonym";
            // The 64 bits of this one are 0, which the tables of voices must not take for a free place.
            case 2 -> "0".repeat(32);
            default -> "%016x".formatted(voice * 0x9E3779B97F4A7C15L) + "ab".repeat(8);
        };
    }

    private List<String> watches() {
        List<String> some = WATCHES.stream().filter(_ -> random.nextInt(3) == 0).toList();
        return some.isEmpty() ? List.of(WATCHES.get(random.nextInt(WATCHES.size()))) : some;
    }
}

package io.habitus.simulator;

import io.habitus.simulator.Dice.Aspect;
import java.time.Duration;
import java.util.function.IntPredicate;

/**
 * What becomes of questions. Two of eight numbers are kept for it, one for answers and one for what the asker says then;
 * a question knows which number would answer it, and that number looks back for the questions that would be its own. So
 * both directions are functions of the number, over any stretch of time, and nothing is remembered. A kept number that
 * nobody needs is an ordinary post.
 */
final class Conversations {

    private static final int LANE = 8;
    private static final int ANSWERS = 6;
    private static final int FOLLOW_UPS = 7;

    /** Minutes, at the mean rate of all posts; where posts are few it takes longer. */
    private static final int[] UNTIL_ANSWERED = {3, 6, 12, 20, 35, 60, 100, 180, 300, 600};

    private static final int[] UNTIL_FOLLOWED = {10, 40, 160, 640};

    private static final double UNANSWERED = .3;
    private static final double THANKED = .25;
    private static final double REOPENED = .25;

    private final long seed;
    private final int posts;
    private final int[] untilAnswered;
    private final int[] untilFollowed;
    private final IntPredicate questions;

    /** @param questions whether a number that is not {@link #isKept kept} asks */
    Conversations(Plan plan, IntPredicate questions) {
        this.seed = plan.seed();
        this.posts = plan.posts();
        this.questions = questions;
        double perMinute = plan.posts()
                * 60_000.0
                / Duration.between(plan.from(), plan.to()).toMillis();
        untilAnswered = inPosts(UNTIL_ANSWERED, perMinute);
        untilFollowed = inPosts(UNTIL_FOLLOWED, perMinute);
    }

    /**
     * What a kept number says.
     *
     * @param deed answer, thank or reopen
     * @param question number of the question
     * @param parent number of what it replies to: the question or its answer
     */
    record Turn(Deed deed, int question, int parent) {}

    static boolean isKept(int number) {
        return number % LANE >= ANSWERS;
    }

    /** What this number says in answer to a question, or null if it is free to say anything. */
    Turn turn(int number) {
        return switch (number % LANE) {
            case ANSWERS -> answerTo(answeredBy(number));
            case FOLLOW_UPS -> followUp(number);
            default -> null;
        };
    }

    private static Turn answerTo(int question) {
        if (question < 0) {
            return null;
        }
        return new Turn(Deed.ANSWER, question, question);
    }

    /** Number of the answer to this question, or -1. */
    int answer(int question) {
        Fate fate = fate(question);
        int slot = slotFrom(question + (long) untilAnswered[fate.answered], ANSWERS);
        return fate.wish >= UNANSWERED && slot >= 0 && answeredBy(slot) == question ? slot : -1;
    }

    /** Number of what the asker said to the answer, or -1. */
    int followUp(int question, int answer) {
        Fate fate = fate(question);
        if (answer < 0 || fate.followUp() == null) {
            return -1;
        }
        int slot = slotFrom(answer + (long) untilFollowed[fate.followed], FOLLOW_UPS);
        Turn turn = slot < 0 ? null : followUp(slot);
        return turn != null && turn.question == question ? slot : -1;
    }

    /** What is to become of a question; a small share comes to nothing because its number is another one's. */
    private record Fate(double wish, int answered, int followed) {

        Deed followUp() {
            if (wish >= 1 - REOPENED) {
                return Deed.REOPEN;
            }
            return wish >= 1 - REOPENED - THANKED ? Deed.THANK : null;
        }
    }

    private Fate fate(int question) {
        Dice dice = Dice.of(seed, Aspect.THREAD, question);
        return new Fate(dice.fraction(), dice.below(UNTIL_ANSWERED.length), dice.below(UNTIL_FOLLOWED.length));
    }

    private int answeredBy(int slot) {
        for (int delay = 0; delay < untilAnswered.length; delay++) {
            int last = slot - untilAnswered[delay];
            for (int question = Math.max(0, last - LANE + 1); question <= last; question++) {
                if (isKept(question)) {
                    continue;
                }
                Fate fate = fate(question);
                if (fate.answered == delay && fate.wish >= UNANSWERED && questions.test(question)) {
                    return question;
                }
            }
        }
        return -1;
    }

    private Turn followUp(int slot) {
        for (int delay = 0; delay < untilFollowed.length; delay++) {
            int last = slot - untilFollowed[delay];
            // The one answer among the eight numbers whose follow-up would stand here.
            int answer = last - Math.floorMod(last - ANSWERS, LANE);
            int question = answer < 0 ? -1 : answeredBy(answer);
            if (question < 0) {
                continue;
            }
            Fate fate = fate(question);
            if (fate.followed == delay && fate.followUp() != null) {
                return new Turn(fate.followUp(), question, answer);
            }
        }
        return null;
    }

    /** The next number of this kind, or -1 after the last post. */
    private int slotFrom(long number, int kind) {
        long slot = number + Math.floorMod(kind - number, (long) LANE);
        return slot < posts ? (int) slot : -1;
    }

    private static int[] inPosts(int[] minutes, double perMinute) {
        int[] numbers = new int[minutes.length];
        int before = 0;
        for (int i = 0; i < minutes.length; i++) {
            before = (int) Math.min(Integer.MAX_VALUE / 2, Math.max(before + LANE, Math.round(minutes[i] * perMinute)));
            numbers[i] = before;
        }
        return numbers;
    }
}

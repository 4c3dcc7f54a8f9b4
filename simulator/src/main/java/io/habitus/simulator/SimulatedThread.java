package io.habitus.simulator;

/**
 * What became of a question. Posts that were deleted count for nothing.
 *
 * @param question native id of the post that asks
 * @param deleted whether the question itself was deleted
 * @param watch name of the watch whose brand it names first, or null
 * @param state what it is at the end
 * @param answer native id of the answer, or null
 * @param helper native id of who answered, or null
 * @param followUp native id of the asker's word to the answer, or null
 */
public record SimulatedThread(
        String question, boolean deleted, String watch, State state, String answer, String helper, String followUp) {

    /** What a question can come to. */
    public enum State {
        UNANSWERED,
        ANSWERED,
        /** Answered, but the asker says that it does not help, and nobody answers any more. */
        REOPENED
    }
}

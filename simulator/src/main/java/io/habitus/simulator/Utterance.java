package io.habitus.simulator;

import java.util.List;

/**
 * What one post says and what is stated about it: all that a watch can hear.
 *
 * @param asks whether it ends with a question mark in any case
 */
record Utterance(List<Item> items, String lang, String type, boolean asks) {

    boolean says(String token) {
        return items.stream().anyMatch(item -> item.token().equals(token));
    }

    boolean saysAny(String... tokens) {
        for (String token : tokens) {
            if (says(token)) {
                return true;
            }
        }
        return false;
    }

    boolean saysWordBeginning(String letters) {
        return items.stream().anyMatch(item -> item.token().startsWith(letters));
    }

    boolean saysInARow(String first, String second) {
        for (int i = 1; i < items.size(); i++) {
            if (items.get(i - 1).token().equals(first) && items.get(i).token().equals(second)) {
                return true;
            }
        }
        return false;
    }

    boolean isMarked(String mark) {
        return items.stream().anyMatch(item -> mark.equals(item.mark()));
    }

    /** As a person would have typed it. */
    String shown(Dice punctuation) {
        var text = new StringBuilder(items.size() * 8);
        boolean sentenceBegins = true;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (i > 0) {
                text.append(item.joined() ? '-' : ' ');
            }
            int start = text.length();
            text.append(item.shown());
            if (sentenceBegins) {
                text.setCharAt(start, Character.toUpperCase(text.charAt(start)));
            }
            sentenceBegins = false;
            boolean mayPause =
                    !item.isLink() && i + 1 < items.size() && !items.get(i + 1).bound();
            if (mayPause && punctuation.chance(.12)) {
                boolean stop = punctuation.chance(.5);
                text.append(stop ? '.' : ',');
                sentenceBegins = stop;
            }
        }
        if (!items.getLast().isLink()) {
            text.append(asks ? "?" : punctuation.oneOf(ENDS));
        }
        return text.toString();
    }

    /** Some end with a question mark and ask nothing. */
    private static final String[] ENDS = {"", "", "", "", ".", ".", ".", ".", ".", "!", "!", "!", "?", " …", " …"};
}

package io.habitus.persona.words;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A few utterances in few words, for tests: the watch hears what is said, everybody else talks of other things. */
final class Hearing {

    private final String language;
    private final List<Said> target = new ArrayList<>();
    private final List<Said> reference = new ArrayList<>();
    private long nextVoice = 1;
    private int nextPost;

    Hearing(String language) {
        this.language = language;
        elsewhere(2_000, "etwas ganz anderes hier something quite different there");
    }

    /** So many new voices say it. */
    Hearing by(int voices, String text) {
        for (int i = 0; i < voices; i++) {
            said(nextVoice++, text);
        }
        return this;
    }

    Hearing said(long voice, String text) {
        target.add(new Said(voice, language, text, "post-" + nextPost++, 0));
        return this;
    }

    Hearing elsewhere(int voices, String text) {
        for (int i = 0; i < voices; i++) {
            reference.add(new Said(nextVoice++, language, text, "post-" + nextPost++, 0));
        }
        return this;
    }

    List<Said> target() {
        return target;
    }

    List<Said> reference() {
        return reference;
    }

    OwnWords ownWords() {
        return ownWords(Asked.usual());
    }

    OwnWords ownWords(Asked asked) {
        return Keyness.of(target, reference, asked);
    }

    /** What is shown, in the order of the alphabet. */
    List<String> shown() {
        var shown =
                new ArrayList<>(ownWords().words().stream().map(OwnWord::shown).toList());
        Collections.sort(shown);
        return shown;
    }
}

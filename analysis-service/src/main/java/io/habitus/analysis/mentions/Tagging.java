package io.habitus.analysis.mentions;

import io.habitus.contracts.Polarity;
import io.habitus.contracts.PostEvent.Published;
import io.habitus.contracts.Tags;
import io.habitus.tagging.language.Languages;
import io.habitus.tagging.polarity.Judgement;
import io.habitus.tagging.polarity.Label;
import io.habitus.tagging.polarity.Polarities;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the models say of a post: a function of its title, its text and the language its source states. It takes some
 * ten microseconds, so nothing of it is remembered: an edit, a repost and a count are each judged by the words they carry.
 */
final class Tagging {

    private static final Logger log = LoggerFactory.getLogger(Tagging.class);

    private final Languages languages;
    private final Polarities polarities;

    Tagging(Languages languages, Polarities polarities) {
        this.languages = languages;
        this.polarities = polarities;
    }

    /** With the models that come with the program; fails if they are not as they were released. */
    static Tagging shipped() {
        return new Tagging(Languages.shipped(), Polarities.shipped());
    }

    /** Null if a model failed: a mention without tags is better than none. */
    Tags of(Published post) {
        try {
            var words = words(post);
            var language = languages.of(words, post.lang()).code();
            return new Tags(language, polarity(polarities.judge(words, language)));
        } catch (RuntimeException fault) {
            // Without the fault's own words: they might be the post's.
            log.atError()
                    .addKeyValue("post", post.postId())
                    .addKeyValue("fault", fault.getClass().getName())
                    .log("a post could not be tagged");
            return null;
        }
    }

    private static String words(Published post) {
        if (post.title() == null) {
            return post.text();
        }
        return post.text() == null ? post.title() : post.title() + "\n" + post.text();
    }

    private static Polarity polarity(Judgement judgement) {
        return new Polarity(label(judgement.label()), judgement.confidence(), judgement.abstained(), judgement.model());
    }

    private static Polarity.Label label(Label label) {
        return switch (label) {
            case null -> null;
            case POSITIVE -> Polarity.Label.POSITIVE;
            case NEUTRAL -> Polarity.Label.NEUTRAL;
            case NEGATIVE -> Polarity.Label.NEGATIVE;
        };
    }
}

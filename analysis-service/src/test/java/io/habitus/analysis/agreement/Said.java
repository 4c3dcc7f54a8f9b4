package io.habitus.analysis.agreement;

import io.habitus.contracts.PostEvent;
import io.habitus.contracts.SourceType;
import java.time.Instant;
import java.util.List;

/**
 * A post, and the tokens that title and text must be cut into.
 *
 * @param values of title (if it has one) and text
 */
record Said(String title, String text, List<Value> values, String lang, String source, SourceType type) {

    /** The tokens of one value, and beside each its mark or an empty string. */
    record Value(List<String> tokens, List<String> marks) {}

    PostEvent.Published asPost(int number) {
        return new PostEvent.Published(
                "post" + number,
                null,
                source,
                type,
                0,
                false,
                Instant.EPOCH,
                false,
                lang,
                null,
                title,
                text,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}

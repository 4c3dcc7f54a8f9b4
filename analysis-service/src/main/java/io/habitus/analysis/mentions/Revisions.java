package io.habitus.analysis.mentions;

import io.habitus.contracts.PostEvent.Published;

/**
 * A higher revision wins, a lower one is stale. Under one revision the order of arrival decides, except that a text
 * heard before is not heard again unless its source calls it an edit: whoever imports a file twice changes nothing, even
 * where it holds a post and its later edit.
 */
final class Revisions implements Screening {

    @Override
    public Verdict screen(KnownPost known, Published post, long digest) {
        if (!known.isLive()) {
            return Verdict.ENDED;
        }
        if (!known.wasPublished()) {
            return Verdict.FRESH;
        }
        if (post.revision() > known.revision()) {
            return Verdict.EDITED;
        }
        if (post.revision() < known.revision()) {
            return Verdict.STALE;
        }
        if (known.stands(post.revision(), digest)) {
            return Verdict.SEEN;
        }
        if (post.revision() == 0 && !post.edit() && known.digests().contains(digest)) {
            return Verdict.SEEN;
        }
        return Verdict.EDITED;
    }
}

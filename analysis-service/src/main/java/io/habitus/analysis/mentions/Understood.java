package io.habitus.analysis.mentions;

import io.habitus.contracts.PostEvent;
import io.habitus.contracts.RematchEvent;
import org.apache.kafka.common.utils.Bytes;

/** A record that could be read. */
sealed interface Understood {

    /**
     * From POSTS.
     *
     * @param json as it came, to be kept without being written anew
     */
    record OfPosts(PostEvent event, Bytes json) implements Understood {}

    /** From REMATCHES. */
    record OfRematches(RematchEvent event) implements Understood {}
}

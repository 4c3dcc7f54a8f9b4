package io.habitus.analysis.mentions;

import io.habitus.contracts.PostEvent.Published;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * 64 bits of SHA-256 over what a post says, to tell the same text from another. Left out is what may differ between two
 * deliveries of the same text: the encrypted origin, the time where the source states none, and the engagement; and the
 * revision and whether it is an edit, which are compared by themselves. Not thread-safe.
 */
final class Digest {

    private final MessageDigest sha;
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    Digest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    long of(Published post) {
        add(post.project());
        add(post.source());
        add(post.type() == null ? null : post.type().name());
        add(post.lang());
        add(post.site());
        add(post.title());
        add(post.text());
        add(post.author());
        add(post.followers() == null ? null : post.followers().toString());
        add(post.thread());
        add(post.parent());
        add(post.repostOf());
        add(post.quoteOf());
        add(post.rating() == null ? null : post.rating().toString());
        add(post.place() == null ? null : post.place().toString());
        return ByteBuffer.wrap(sha.digest()).getLong();
    }

    /** With its length, so that "ab", "c" is not "a", "bc"; null is not the empty string. */
    private void add(String part) {
        var bytes = part == null ? null : part.getBytes(StandardCharsets.UTF_8);
        number.clear();
        sha.update(number.putLong(bytes == null ? -1 : bytes.length).array());
        if (bytes != null) {
            sha.update(bytes);
        }
    }
}

package io.habitus.tagging;

/**
 * One word, tag, handle, address or emoji of a post.
 *
 * @param folded as it is matched, counted and indexed: NFC, lower case, umlauts and ß written out, no white space of any
 *     kind, at most {@value Tokens#LONGEST} UTF-16 units; never empty
 * @param mark {@code #} or {@code @} and {@code folded} where the word is a tag or a handle, else null
 * @param part the value of the post it stands in
 * @param start offset of its first UTF-16 unit in that value as written, mark included
 * @param end offset behind its last UTF-16 unit
 * @param position its place in the post: adjacent tokens differ by 1, the text begins {@value Tokens#GAP} behind the
 *     title
 */
public record Token(String folded, String mark, Part part, int start, int end, int position) {

    /** The two values of a post that are cut into tokens. */
    public enum Part {
        TITLE,
        TEXT
    }
}

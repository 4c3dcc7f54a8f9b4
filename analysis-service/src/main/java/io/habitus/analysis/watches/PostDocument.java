package io.habitus.analysis.watches;

import io.habitus.contracts.PostEvent;
import io.habitus.tagging.Tokens;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/** A post as the matcher sees it: its terms, as far as some watch asks for them. */
final class PostDocument {

    private static final FieldType TERMS = terms();

    private final Vocabulary vocabulary;
    private final TermStream tok = new TermStream();
    private final TermStream prefixes = new TermStream();
    private final TermStream marks = new TermStream();

    private PostDocument(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The post, or null if no watch can hear it because it says nothing that any asks for. */
    static Document of(PostEvent.Published post, Tokens tokens, Vocabulary vocabulary) {
        return new PostDocument(vocabulary).with(post, tokens);
    }

    private Document with(PostEvent.Published post, Tokens tokens) {
        var words = vocabulary.of(Fields.TOK);
        var asked = vocabulary.of(Fields.MARKS);
        for (var token : tokens.all()) {
            if (words.contains(token.folded())) {
                tok.add(token.folded(), token.position());
            }
            if (token.mark() != null && asked.contains(token.mark())) {
                marks.add(token.mark(), token.position());
            }
            for (var prefix : vocabulary.prefixesLike(token.folded())) {
                if (token.folded().startsWith(prefix)) {
                    prefixes.add(prefix, token.position());
                }
            }
        }
        if (tok.isEmpty() && prefixes.isEmpty() && marks.isEmpty()) {
            return null;
        }
        var document = new Document();
        add(document, Fields.TOK, tok);
        add(document, Fields.PREFIX, prefixes);
        add(document, Fields.MARKS, marks);
        addIfAsked(document, Fields.LANG, post.lang());
        addIfAsked(document, Fields.SOURCE, post.source());
        addIfAsked(document, Fields.TYPE, post.type().name());
        return document;
    }

    private static void add(Document document, String field, TermStream terms) {
        if (!terms.isEmpty()) {
            document.add(new Field(field, terms, TERMS));
        }
    }

    private void addIfAsked(Document document, String field, String value) {
        if (value != null && vocabulary.of(field).contains(value)) {
            var single = new TermStream();
            single.add(value, 0);
            add(document, field, single);
        }
    }

    private static FieldType terms() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.freeze();
        return type;
    }
}

package io.habitus.analysis.agreement;

import io.habitus.contracts.SourceType;
import java.util.List;

/** A query, and whether a post meets it: word by word, nothing clever. */
sealed interface Asked {

    boolean hears(Said post);

    record Words(List<String> tokens) implements Asked {
        @Override
        public boolean hears(Said post) {
            for (var value : post.values()) {
                for (int start = 0; start + tokens.size() <= value.tokens().size(); start++) {
                    if (value.tokens().subList(start, start + tokens.size()).equals(tokens)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    record Beginning(String letters) implements Asked {
        @Override
        public boolean hears(Said post) {
            return post.values().stream()
                    .anyMatch(value -> value.tokens().stream().anyMatch(token -> token.startsWith(letters)));
        }
    }

    record Mark(String mark) implements Asked {
        @Override
        public boolean hears(Said post) {
            return post.values().stream().anyMatch(value -> value.marks().contains(mark));
        }
    }

    record Lang(String lang) implements Asked {
        @Override
        public boolean hears(Said post) {
            return lang.equals(post.lang());
        }
    }

    record Source(String source) implements Asked {
        @Override
        public boolean hears(Said post) {
            return source.equals(post.source());
        }
    }

    record Type(SourceType type) implements Asked {
        @Override
        public boolean hears(Said post) {
            return type == post.type();
        }
    }

    record All(List<Asked> parts) implements Asked {
        @Override
        public boolean hears(Said post) {
            return parts.stream().allMatch(part -> part.hears(post));
        }
    }

    record Any(List<Asked> parts) implements Asked {
        @Override
        public boolean hears(Said post) {
            return parts.stream().anyMatch(part -> part.hears(post));
        }
    }

    record No(Asked part) implements Asked {
        @Override
        public boolean hears(Said post) {
            return !part.hears(post);
        }
    }
}

/**
 * Stream and search hear the same. Random queries meet random posts three times: in the stream, in the search index, and
 * here, by a reading that knows nothing of the product's tokens, parser or queries.
 */
package io.habitus.analysis.agreement;

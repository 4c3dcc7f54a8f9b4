package io.habitus.analysis.index;

/**
 * What Elasticsearch answered to one item of a bulk.
 *
 * @param status as of HTTP
 * @param error the kind of error, or null if there is none
 * @param reason in its own words, or null; may quote the document, so never log it
 */
public record Answer(int status, String error, String reason) {}

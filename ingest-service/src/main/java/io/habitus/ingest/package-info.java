/** The world's posts, made one shape: push API, pseudonyms, author events. */
package io.habitus.ingest;

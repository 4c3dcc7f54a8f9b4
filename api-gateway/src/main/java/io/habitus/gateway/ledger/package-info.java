/**
 * What this room writes down, and always has at hand: {@link io.habitus.gateway.ledger.Ledger}, kept in a topic by
 * {@link io.habitus.gateway.ledger.TopicLedger}.
 */
package io.habitus.gateway.ledger;

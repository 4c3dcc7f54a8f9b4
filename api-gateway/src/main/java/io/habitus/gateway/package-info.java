/**
 * The one door: keys, scopes, routes, the dashboard's files. Read {@code Routes} first.
 *
 * <p>The packages, in the order in which a request meets them:
 *
 * <ul>
 *   <li>{@link io.habitus.gateway.door}: finds the route, judges the bearer, bounds the body
 *   <li>{@link io.habitus.gateway.keys}: whom a key or a session belongs to
 *   <li>{@link io.habitus.gateway.projects}: which projects there are
 *   <li>{@link io.habitus.gateway.pages}: the dashboard's files, for what is not a route
 *   <li>{@link io.habitus.gateway.services}: passes the request on to a service, and the answer back
 *   <li>{@link io.habitus.gateway.administration}: answers about keys and projects
 *   <li>{@link io.habitus.gateway.origin}: says who wrote a post, to those who may know
 *   <li>{@link io.habitus.gateway.status}: says how everything is
 *   <li>{@link io.habitus.gateway.ledger}: where keys and projects are written down
 *   <li>{@link io.habitus.gateway.answers}: how answers and problems look
 * </ul>
 */
package io.habitus.gateway;

/**
 * The door itself. A request meets, in this order: {@link io.habitus.gateway.door.ResponseHeaders},
 * {@link io.habitus.gateway.door.RouteTable} (which way), {@code Guards} (who may), {@code SentBody} (what is sent along),
 * and then its handler. {@link io.habitus.gateway.door.Door} holds them together;
 * {@link io.habitus.gateway.door.OpenStreams} cuts off answers whose bearer is no longer welcome.
 */
package io.habitus.gateway.door;

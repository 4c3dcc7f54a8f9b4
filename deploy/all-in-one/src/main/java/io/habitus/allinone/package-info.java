/**
 * The supervisor behind {@code habitus up}. Read {@link io.habitus.allinone.Up} first: it claims a
 * {@link io.habitus.allinone.DataFolder}, reads its {@link io.habitus.allinone.Secrets} and
 * {@link io.habitus.allinone.Ports}, lists the {@link io.habitus.allinone.Parts} and hands them to the
 * {@link io.habitus.allinone.Supervisor}, which keeps each one alive as a {@link io.habitus.allinone.Supervised}.
 * {@link io.habitus.allinone.Services} is what the services' processes run.
 */
package io.habitus.allinone;

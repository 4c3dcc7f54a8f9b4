/**
 * How fast this machine makes Habitus, beside what Kafka and Elasticsearch alone would do. A program of its own: nothing
 * of it runs in Habitus. In the order of reading:
 *
 * <ul>
 *   <li>{@link io.habitus.bench.Main}: the options, as {@code Settings}; {@code Bench}: one run
 *   <li>{@code OwnHabitus}: what is measured, started as the script starts it, in a {@code Scratch}; {@code Leaving}: nothing
 *       of either is left behind
 *   <li>{@code PlantedPosts}, {@code Lot}, {@code Importing}: what is said, and how it gets in
 *   <li>{@code WholePipe}; {@code Documents}: what it put into the index, for {@code RawBulk} and {@code BarePipe}
 *   <li>{@code Latency}: an {@code OpenLoop} of posts, the places that {@code HeardPosts} finds for them, the
 *       {@code Frames} whose {@code Coverage} holds those
 *   <li>{@code Watching}: processor time, memory and lag meanwhile, read in {@code Proc}
 *   <li>{@code Findings}, {@code Report}: what came of it
 *   <li>{@code io.habitus.bench.micro}: JMH for single steps
 * </ul>
 */
package io.habitus.bench;

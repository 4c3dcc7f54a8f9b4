/**
 * What a person types: the commands behind the script {@code habitus}. They speak to the public door only, like every
 * other program would, and read the data folder only for what no door can tell (key, processes, disk).
 *
 * <ul>
 *   <li>{@link io.habitus.commandline.Main}: read this first; the commands and what their exit status means
 *   <li>{@code Connection}: the options all commands share, which lead to the {@code Door} and the {@code DataFolder}
 *   <li>{@code WatchCommand}, {@code ViewCommand}, {@code StatusCommand}, {@code ProjectCommand}, {@code EraseCommand}
 *   <li>{@code ImportCommand}: {@code Chunks} of a file go through {@code ImportRun}, which settles each with the door,
 *       notes it in a {@code Bookmark} and writes {@code RefusedLines}
 *   <li>{@code SimulateCommand}: the simulator's lines as a file
 * </ul>
 */
package io.habitus.commandline;

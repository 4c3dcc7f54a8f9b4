package io.habitus.backends;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs a command that refuses to run as root. An ordinary user runs it as himself; root runs it as the owner of the
 * command's folder, or as {@code nobody} if that is root too.
 */
final class UnprivilegedUser {

    private static final int NOBODY = 65_534;

    private final boolean root;
    private final int uid;
    private final int gid;

    private UnprivilegedUser(boolean root, int uid, int gid) {
        this.root = root;
        this.uid = uid;
        this.gid = gid;
    }

    /** Who may write to this folder. */
    static UnprivilegedUser of(Path folder) {
        UnixSystem we = new UnixSystem();
        if (we.getUid() != 0) {
            return new UnprivilegedUser(false, (int) we.getUid(), (int) we.getGid());
        }
        try {
            int owner = (Integer) Files.getAttribute(folder, "unix:uid");
            int group = (Integer) Files.getAttribute(folder, "unix:gid");
            return owner == 0 ? new UnprivilegedUser(true, NOBODY, NOBODY) : new UnprivilegedUser(true, owner, group);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read who owns " + folder, unreadable);
        }
    }

    /** Hands the folder and all below it to this user. */
    void own(Path folder) {
        if (!root) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot hand " + folder + " to the user " + uid, refused);
        }
    }

    /**
     * What to put before a command so that this user runs it.
     *
     * @param needed what the command must be able to read
     * @throws IllegalStateException with one sentence, if there is no way
     */
    List<String> prefix(List<Path> needed) {
        if (!root) {
            return List.of();
        }
        List<String> plain = List.of(
                "setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--inh-caps=-all", "--no-new-privs");
        Optional<Path> hidden = firstHidden(plain, needed);
        if (hidden.isEmpty()) {
            return plain;
        }
        // Below a folder like /root, which only root may enter: this user may pass it and read, but write nothing more.
        List<String> passing = new ArrayList<>(plain.subList(0, 4));
        passing.addAll(List.of("--inh-caps=-all,+dac_read_search", "--ambient-caps=+dac_read_search"));
        if (firstHidden(passing, needed).isEmpty()) {
            return List.copyOf(passing);
        }
        throw new IllegalStateException(
                "Elasticsearch refuses to run as root, and the unprivileged user " + uid + " cannot read "
                        + hidden.get() + ": choose a folder that everybody may enter, or run as an ordinary user.");
    }

    private static Optional<Path> firstHidden(List<String> prefix, List<Path> needed) {
        for (Path path : needed) {
            List<String> probe = new ArrayList<>(prefix);
            probe.addAll(List.of("test", "-r", path.toString()));
            if (!succeeds(probe)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            throw new IllegalStateException(
                    "Elasticsearch refuses to run as root, and the program setpriv (package util-linux) is not"
                            + " installed: install it, or run as an ordinary user.",
                    missing);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + command.getFirst(), interrupted);
        }
    }
}

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
    private static final Path ELSEWHERE = Path.of("/mnt");

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
     * How this user comes to files below a folder.
     *
     * @param command what to put before a command so that this user runs it
     * @param from the folder
     * @param to where this user sees the folder: usually where it is
     */
    record Way(List<String> command, Path from, Path to) {

        Way {
            command = List.copyOf(command);
        }

        /** Where this user sees the path; one that is not below the folder is where it is. */
        Path seen(Path path) {
            return path.startsWith(from) ? to.resolve(from.relativize(path)) : path;
        }
    }

    /**
     * The way to a folder.
     *
     * @param needed files that the command must be able to read, there or elsewhere
     * @throws IllegalStateException with one sentence, if there is no way
     */
    Way wayTo(Path folder, List<Path> needed) {
        if (!root) {
            return new Way(List.of(), folder, folder);
        }
        List<String> become = List.of(
                "setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--inh-caps=-all", "--no-new-privs");
        Way direct = new Way(become, folder, folder);
        Optional<Path> hidden = firstHidden(direct, needed);
        if (hidden.isEmpty()) {
            return direct;
        }
        // Below a folder like /root, which only root may enter. In a view of the files that this process alone has, the
        // folder also stands where everybody may enter.
        List<String> commands = new ArrayList<>(List.of("unshare", "--mount", "--propagation", "private"));
        commands.addAll(List.of("sh", "-c", "mount --bind \"$1\" \"$2\" && shift 2 && exec \"$@\"", "sh"));
        commands.addAll(List.of(folder.toString(), ELSEWHERE.toString()));
        commands.addAll(become);
        Way aside = new Way(commands, folder, ELSEWHERE);
        if (firstHidden(aside, needed).isEmpty()) {
            return aside;
        }
        throw new IllegalStateException(
                "Elasticsearch refuses to run as root, and the unprivileged user " + uid + " cannot read "
                        + hidden.get() + ": use a folder that everybody may enter, or run as an ordinary user.");
    }

    private static Optional<Path> firstHidden(Way way, List<Path> needed) {
        for (Path path : needed) {
            List<String> probe = new ArrayList<>(way.command());
            probe.addAll(List.of("test", "-r", way.seen(path).toString()));
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

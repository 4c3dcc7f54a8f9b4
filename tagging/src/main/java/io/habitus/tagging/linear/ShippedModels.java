package io.habitus.tagging.linear;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The models in {@code io/habitus/tagging/models}, each listed there in {@code SHA256SUMS}. */
public final class ShippedModels {

    private static final String FOLDER = "/io/habitus/tagging/models/";

    private ShippedModels() {}

    /**
     * A model, with the version that names it in what it judged.
     *
     * @param version its name and the first 8 digits of its file's SHA-256
     */
    public record Shipped(LinearModel model, String version) {}

    /**
     * The model of this name.
     *
     * @throws UnreadableModel if its file is not the one that is listed
     */
    public static Shipped read(String name) {
        var file = resource(name + ".model");
        var hash = ModelFile.sha256(file);
        var list = new String(resource("SHA256SUMS"), StandardCharsets.UTF_8);
        if (list.lines().noneMatch((hash + "  " + name + ".model")::equals)) {
            throw new UnreadableModel(name + ".model is not the file that SHA256SUMS lists");
        }
        return new Shipped(ModelFile.read(file), name + "-" + hash.substring(0, 8));
    }

    private static byte[] resource(String name) {
        try (InputStream in = ShippedModels.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new UnreadableModel(name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package io.habitus.tagging.linear;

import io.habitus.tagging.linear.LinearModel.Header;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A model as bytes, big-endian:
 *
 * <pre>
 * magic          4 bytes "HbMo"
 * format         u2  1
 * name           UTF as of DataOutput
 * labels         u1, then each as UTF
 * bits           u1
 * temperature    f4
 * offsets        f4 each label
 * abstain below  f4
 * bias           f4 each label
 * scale          f4 each label
 * idf step       f4
 * lexicon        u4 words; if any: hashes s8 ascending, valences s1 (thirtieths), then 9 weights f4 each label
 * body           2^bits × (idf u1, weight s1 each label)
 * SHA-256        32 bytes, of everything before
 * </pre>
 */
public final class ModelFile {

    private static final int MAGIC = 0x48624D6F;
    private static final int FORMAT = 1;
    private static final int HASH = 32;
    private static final int MOST_BITS = 24;

    private ModelFile() {}

    /** The same model is always the same bytes. */
    public static byte[] write(LinearModel model) {
        var bytes = new ByteArrayOutputStream(model.body.length + 1_024);
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeShort(FORMAT);
            out.writeUTF(model.header.name());
            out.writeByte(model.header.labels().size());
            for (var label : model.header.labels()) {
                out.writeUTF(label);
            }
            out.writeByte(model.header.bits());
            out.writeFloat(model.header.temperature());
            for (float offset : model.header.offsets()) {
                out.writeFloat(offset);
            }
            out.writeFloat(model.header.abstainBelow());
            write(model.bias, out);
            write(model.scale, out);
            out.writeFloat(model.idfStep);
            out.writeInt(model.lexicon.size());
            for (int i = 0; i < model.lexicon.size(); i++) {
                out.writeLong(model.lexicon.word(i));
            }
            for (int i = 0; i < model.lexicon.size(); i++) {
                out.writeByte(model.lexicon.valence(i));
            }
            write(model.saidWeights, out);
            out.write(model.body);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        bytes.writeBytes(sha256(bytes.toByteArray(), bytes.size()));
        return bytes.toByteArray();
    }

    private static void write(float[] values, DataOutputStream out) throws IOException {
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    /**
     * The model in these bytes.
     *
     * @throws UnreadableModel if they are not one, not a whole one, or of a later format
     */
    public static LinearModel read(byte[] file) {
        int end = file.length - HASH;
        if (end < 0 || !Arrays.equals(sha256(file, end), 0, HASH, file, end, file.length)) {
            throw new UnreadableModel("it is not as it was written: its hash is another");
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(file, 0, end))) {
            if (in.readInt() != MAGIC) {
                throw new UnreadableModel("it is no model of Habitus");
            }
            int format = in.readUnsignedShort();
            if (format != FORMAT) {
                throw new UnreadableModel("its format is " + format + ", this program reads " + FORMAT);
            }
            return read(in);
        } catch (IOException tooShort) {
            throw new UnreadableModel("it ends too early");
        }
    }

    private static LinearModel read(DataInputStream in) throws IOException {
        var name = in.readUTF();
        int labels = in.readUnsignedByte();
        var names = new ArrayList<String>();
        for (int k = 0; k < labels; k++) {
            names.add(in.readUTF());
        }
        int bits = in.readUnsignedByte();
        if (labels < 2 || bits > MOST_BITS) {
            throw new UnreadableModel("it has " + labels + " labels and 2^" + bits + " buckets");
        }
        float temperature = in.readFloat();
        var offsets = new ArrayList<Float>();
        for (float offset : floats(labels, in)) {
            offsets.add(offset);
        }
        var header = new Header(name, names, bits, temperature, offsets, in.readFloat());
        var bias = floats(labels, in);
        var scale = floats(labels, in);
        float idfStep = in.readFloat();
        var words = new long[in.readInt()];
        for (int i = 0; i < words.length; i++) {
            words[i] = in.readLong();
        }
        var valences = new byte[words.length];
        in.readFully(valences);
        var said = floats(words.length == 0 ? 0 : labels * Lexicon.SAID, in);
        var body = new byte[(labels + 1) << bits];
        in.readFully(body);
        return new LinearModel(header, bias, scale, said, new Lexicon(words, valences), idfStep, body);
    }

    private static float[] floats(int count, DataInputStream in) throws IOException {
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }

    /** SHA-256 of a whole file, in lower-case hex. */
    public static String sha256(byte[] file) {
        return HexFormat.of().formatHex(sha256(file, file.length));
    }

    private static byte[] sha256(byte[] bytes, int length) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

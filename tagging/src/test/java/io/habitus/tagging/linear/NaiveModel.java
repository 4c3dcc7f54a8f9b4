package io.habitus.tagging.linear;

import io.habitus.tagging.features.NaiveFeatures;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A model file read by its description alone, and what it says of a text, in doubles and without haste. */
final class NaiveModel {

    final List<String> labels = new ArrayList<>();
    final int bits;
    final double temperature;
    final List<Double> offsets;
    private final List<Double> bias;
    private final List<Double> scale;
    private final double idfStep;
    private final Map<Long, Double> valences = new HashMap<>();
    private final List<Double> saidWeights;
    private final byte[] body;

    NaiveModel(byte[] file) {
        var in = ByteBuffer.wrap(file);
        if (in.getInt() != 0x48624D6F || in.getShort() != 1) {
            throw new IllegalArgumentException("not a model");
        }
        utf(in);
        int count = in.get();
        for (int k = 0; k < count; k++) {
            labels.add(utf(in));
        }
        bits = in.get();
        temperature = in.getFloat();
        offsets = floats(in, count);
        in.getFloat();
        bias = floats(in, count);
        scale = floats(in, count);
        idfStep = in.getFloat();
        var words = new long[in.getInt()];
        for (int i = 0; i < words.length; i++) {
            words[i] = in.getLong();
        }
        for (long word : words) {
            valences.put(word, in.get() / 30.0);
        }
        saidWeights = floats(in, words.length == 0 ? 0 : 9 * count);
        body = new byte[(count + 1) << bits];
        in.get(body);
    }

    private static String utf(ByteBuffer in) {
        var bytes = new byte[in.getShort()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<Double> floats(ByteBuffer in, int count) {
        var values = new ArrayList<Double>();
        for (int i = 0; i < count; i++) {
            values.add((double) in.getFloat());
        }
        return values;
    }

    List<Double> scores(String text, String language) {
        var features = new NaiveFeatures(text, language);
        var counts = features.counts(bits);
        int stride = labels.size() + 1;
        double length = Math.sqrt(counts.entrySet().stream()
                .mapToDouble(entry ->
                        Math.pow(often(entry.getValue()) * (body[entry.getKey() * stride] & 0xFF) * idfStep, 2))
                .sum());
        var said = said(features.words());
        var scores = new ArrayList<Double>();
        for (int k = 0; k < labels.size(); k++) {
            double sum = 0;
            for (var entry : counts.entrySet()) {
                int q = body[entry.getKey() * stride + 1 + k];
                sum += often(entry.getValue()) * scale.get(k) * q * Math.abs(q) / (127.0 * 127.0);
            }
            double score = bias.get(k) + (length == 0 ? 0 : sum / length);
            for (int i = 0; i < 9 && !valences.isEmpty(); i++) {
                score += saidWeights.get(9 * k + i) * said[i];
            }
            scores.add(score);
        }
        return scores;
    }

    private static double often(int count) {
        return 1 + Math.log(Math.min(count, 63));
    }

    private double[] said(List<NaiveFeatures.Word> words) {
        var found = words.stream()
                .filter(word -> valences.containsKey(NaiveFeatures.hash(word.word())))
                .map(word -> valences.get(NaiveFeatures.hash(word.word())) * (word.negated() ? -.74 : 1))
                .toList();
        double good = found.stream().filter(v -> v > 0).mapToDouble(v -> v).sum();
        double bad = -found.stream().filter(v -> v <= 0).mapToDouble(v -> v).sum();
        double many = Math.max(1, words.size());
        return new double[] {
            bounded(good),
            bounded(bad),
            bounded(good - bad),
            Math.max(0, found.stream().mapToDouble(v -> v).max().orElse(0)) / 4,
            Math.min(0, found.stream().mapToDouble(v -> v).min().orElse(0)) / 4,
            found.isEmpty() ? 0 : found.getLast() / 4,
            found.stream().filter(v -> v > 0).count() / many,
            found.stream().filter(v -> v <= 0).count() / many,
            found.isEmpty() ? 1 : 0
        };
    }

    private static double bounded(double sum) {
        return sum / Math.sqrt(sum * sum + 15);
    }
}

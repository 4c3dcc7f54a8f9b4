package io.habitus.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.habitus.backends.junit.Backends;
import io.habitus.contracts.LiveView.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Killed at any moment, with or without its folder: every mention is counted, and none twice. */
class CountsOnceIT {

    @RegisterExtension
    static final Backends BACKENDS = Backends.shared();

    private static final int EVENTS = 6_000;
    private static final int BATCH = 60;

    @TempDir
    private Path folder;

    @Test
    void figures_equal_a_recount_after_kills() throws Exception {
        var random = new Random(2);
        var history = new History(2);
        var recount = new Recount();
        var now = Instant.now();
        var state = Files.createDirectory(folder.resolve("state"));
        try (var mentions = new MentionsTopic(BACKENDS.bootstrapServers());
                var service = new PersonaProcess(BACKENDS.bootstrapServers(), state)) {
            service.start();
            service.awaitReady();
            for (int kill = 0; kill < 4; kill++) {
                for (int batch = 0; batch < EVENTS / BATCH / 4; batch++) {
                    write(mentions, history, recount, random, now);
                }
                service.kill();
                if (kill == 2) {
                    delete(state);
                }
                service.start();
                if (kill % 2 == 0) {
                    // Every other kill comes into the middle of coming back.
                    service.awaitReady();
                }
            }
            service.awaitReady();
            service.awaitAllCounted();
            rangesEqual(recount, service.asking());
            rollingViewsEqual(recount, service.asking());
        }
    }

    private static void write(MentionsTopic mentions, History history, Recount recount, Random random, Instant now) {
        List<Said> batch = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            batch.add(history.next(now));
        }
        if (random.nextInt(8) == 0) {
            mentions.writeInVain(batch);
        }
        mentions.write(batch);
        batch.forEach(recount::take);
    }

    private static void rangesEqual(Recount recount, Asking asking) throws IOException, InterruptedException {
        for (var project : History.PROJECTS) {
            for (var watch : History.WATCHES) {
                var view = asking.json(
                        "/api/v1/projects/" + project + "/watches/" + watch + "/view?interval=month&tz=Europe/Berlin");
                var all = recount.volume(project, watch, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
                assertThat(volume(view)).as("%s/%s", project, watch).isEqualTo(all);
            }
        }
    }

    private static void rollingViewsEqual(Recount recount, Asking asking) {
        for (var project : History.PROJECTS) {
            for (var watch : History.WATCHES) {
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                    var view = asking.json("/api/v1/projects/" + project + "/watches/" + watch + "/view?window=week");
                    var from = Instant.parse(view.get("from").asString());
                    var to = Instant.parse(view.get("to").asString());
                    assertThat(volume(view)).isEqualTo(recount.volume(project, watch, from, to));
                });
            }
        }
    }

    private static Volume volume(JsonNode view) {
        var total = view.get("total");
        return new Volume(
                total.get("posts").asLong(),
                total.get("reposts").asLong(),
                total.get("voices").asLong(),
                total.get("anonymous").asLong());
    }

    private static void delete(Path state) throws IOException {
        try (Stream<Path> all = Files.walk(state)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

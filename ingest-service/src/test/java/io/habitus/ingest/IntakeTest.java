package io.habitus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.contracts.PostEvent;
import io.habitus.contracts.Topics;
import io.habitus.ingest.Taken.End;
import io.habitus.ingest.accounts.Accounts;
import io.habitus.ingest.accounts.Accounts.Statement;
import io.habitus.ingest.lines.LineFeed;
import io.habitus.ingest.lines.LineReaders;
import io.habitus.ingest.log.Outlet;
import io.habitus.ingest.privacy.ErasedAuthors;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T14:05:00Z"));

    private final Log log = new Log();
    private final Accounts accounts = new Accounts(new SimpleMeterRegistry());
    private final ErasedAuthors erased = new ErasedAuthors();
    private final LineReaders readers = new LineReaders(InstallationKeyFiles.keys(), CLOCK);
    private final Intake intake = intake(true);

    /** A broker's log as a producer sees it; each answer is given in turn, then it acknowledges. */
    private static final class Log extends MockProducer<byte[], byte[]> {
        private final List<PostEvent> events = Collections.synchronizedList(new ArrayList<>());
        private final ArrayDeque<RuntimeException> answers = new ArrayDeque<>();
        private int producers;

        Log() {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
            RuntimeException answer = answers.poll();
            if (answer != null && !(answer instanceof Acknowledges)) {
                return CompletableFuture.failedFuture(answer);
            }
            events.add(Topics.POSTS.value().deserializer().deserialize(record.topic(), record.value()));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close(Duration timeout) {}
    }

    private static final class Acknowledges extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void every_line_is_published_or_refused_with_its_number() {
        Taken taken = take("""
                {"id":1,"source":"s","text":"a"}

                broken
                {"id":2,"source":"s"}
                {"id":3,"source":"s","text":"c"}
                """);

        assertThat(taken.end()).isEqualTo(End.COMPLETE);
        assertThat(taken.nextLine()).isEqualTo(6);
        assertThat(taken.receipt().received()).isEqualTo(4);
        assertThat(taken.receipt().published()).isEqualTo(2);
        assertThat(taken.receipt().refused()).extracting(Receipt.Refused::line).containsExactly(3L, 4L);
        assertThat(log.events).hasSize(2);
        assertThat(accounts.statements())
                .extracting(Statement::source, Statement::received, Statement::published, Statement::unreadable)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("s", 3L, 2L, 1L),
                        org.assertj.core.groups.Tuple.tuple("unknown", 1L, 0L, 1L));
    }

    @Test
    void the_same_file_again_publishes_nothing() {
        String file = lines(1, 100);
        take(file);
        Taken again = take(file);
        assertThat(again.receipt().seen()).isEqualTo(100);
        assertThat(log.events).hasSize(100);
    }

    @Test
    void a_creation_after_an_edit_or_a_deletion_is_published_again() {
        String create = "{\"id\":1,\"source\":\"s\",\"text\":\"a\"}\n";
        String edit = "{\"id\":1,\"source\":\"s\",\"text\":\"b\",\"operation\":\"update\"}\n";
        String delete = "{\"id\":1,\"source\":\"s\",\"operation\":\"delete\"}\n";
        Taken taken = take(create + create + edit + create + delete + create + delete);
        assertThat(taken.receipt().seen()).isEqualTo(1);
        assertThat(log.events).hasSize(6);
    }

    @Test
    void two_projects_do_not_share_posts() {
        take(lines(1, 1));
        Taken other = intake.take(feed(lines(1, 1)), readers.reader("other", null));
        assertThat(other.receipt().published()).isEqualTo(1);
    }

    @Test
    void unknown_fields_are_counted_by_name() {
        Taken taken = take("""
                {"id":1,"source":"s","text":"a","brand":"x","lang":"klingon"}
                {"id":2,"source":"s","text":"a","brand":"y","position":1}
                """);
        assertThat(taken.receipt().unknownFields()).containsEntry("brand", 2L).containsEntry("position", 1L);
        assertThat(taken.receipt().ignoredValues()).containsEntry("lang", 1L);
    }

    @Test
    void a_post_of_an_erased_author_ends_at_the_door() {
        erased.add(InstallationKeyFiles.keys().names().author("s", "42"));
        Taken taken = take("{\"id\":1,\"source\":\"s\",\"text\":\"a\",\"author\":{\"id\":42}}\n" + lines(2, 1));
        assertThat(taken.receipt().refused()).containsExactly(new Receipt.Refused(1, "the author was erased"));
        assertThat(taken.receipt().published()).isEqualTo(1);
        assertThat(log.events).hasSize(1);
    }

    @Test
    void when_the_broker_goes_away_it_says_where_to_go_on_and_counts_only_what_is_before() {
        log.answers.addAll(List.of(new Acknowledges(), new Acknowledges(), new TimeoutException("away")));
        Taken taken = take("\n" + lines(1, 10));

        assertThat(taken.end()).isEqualTo(End.BROKER_AWAY);
        assertThat(taken.nextLine()).isEqualTo(4);
        assertThat(taken.receipt().received()).isEqualTo(2);
        assertThat(accounts.statements()).extracting(Statement::received).containsExactly(2L);
    }

    @Test
    void going_on_where_it_stopped_loses_nothing_and_counts_nothing_twice() {
        log.answers.addAll(List.of(new Acknowledges(), new TimeoutException("away")));
        Taken first = take(lines(1, 10));
        int next = (int) first.nextLine();
        Taken second = take(lines(next, 11 - next));
        assertThat(first.receipt().received() + second.receipt().received()).isEqualTo(10);
        assertThat(log.events).hasSize(10);
    }

    @Test
    void what_hangs_on_a_sending_that_failed_has_failed_too() {
        log.answers.add(new TimeoutException("away"));
        Taken taken = take(lines(1, 1) + lines(1, 1));
        assertThat(taken.nextLine()).isEqualTo(1);
        assertThat(taken.receipt().received()).isZero();
        assertThat(take(lines(1, 1)).receipt().published()).isEqualTo(1);
    }

    @Test
    void a_post_that_the_broker_finds_too_large_is_refused_and_the_rest_goes_on() {
        log.answers.add(new RecordTooLargeException("too large"));
        Taken taken = take(lines(1, 3));
        assertThat(taken.end()).isEqualTo(End.COMPLETE);
        assertThat(taken.receipt().refused()).extracting(Receipt.Refused::line).containsExactly(1L);
        assertThat(taken.receipt().published()).isEqualTo(2);
    }

    @Test
    void a_producer_that_cannot_go_on_is_replaced() {
        log.answers.add(new InvalidProducerEpochException("fenced"));
        int before = log.producers;
        assertThat(take(lines(1, 1)).end()).isEqualTo(End.BROKER_AWAY);
        assertThat(log.producers).isEqualTo(before + 1);
        assertThat(take(lines(1, 1)).receipt().published()).isEqualTo(1);
    }

    @Test
    void a_body_that_breaks_off_is_settled_up_to_its_last_whole_line() {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream((lines(1, 3) + "{\"id\":4,\"source\":\"s\"").getBytes(StandardCharsets.UTF_8)),
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("gone");
                    }
                });
        Taken taken = intake.take(new LineFeed(broken, 1), readers.reader("default", null));
        assertThat(taken.end()).isEqualTo(End.BODY_BROKEN);
        assertThat(taken.nextLine()).isEqualTo(4);
        assertThat(taken.receipt().published()).isEqualTo(3);
    }

    @Test
    void nothing_comes_in_before_the_doors_are_open() {
        Taken taken = intake(false).take(feed(lines(1, 3)), readers.reader("default", null));
        assertThat(taken.end()).isEqualTo(End.BROKER_AWAY);
        assertThat(taken.nextLine()).isEqualTo(1);
        assertThat(log.events).isEmpty();
    }

    @Test
    void when_it_is_stopped_it_says_how_far_it_came() {
        intake.takeNoMore();
        Taken taken = take(lines(1, 3));
        assertThat(taken.end()).isEqualTo(End.CLOSING);
        assertThat(taken.nextLine()).isEqualTo(1);
    }

    @Test
    void refused_lines_beyond_a_number_are_counted_and_not_listed() {
        Taken taken = take("x\n".repeat(Receipt.MOST_REFUSED_LISTED + 5));
        assertThat(taken.receipt().unreadable()).isEqualTo(Receipt.MOST_REFUSED_LISTED + 5);
        assertThat(taken.receipt().refused()).hasSize(Receipt.MOST_REFUSED_LISTED);
    }

    private Intake intake(boolean open) {
        var outlet = new Outlet(
                () -> {
                    log.producers++;
                    return log;
                },
                4_096,
                CLOCK);
        return new Intake(_ -> open, erased, outlet, accounts, CLOCK, 64, Duration.ofSeconds(1));
    }

    private Taken take(String lines) {
        return intake.take(feed(lines), readers.reader("default", null));
    }

    private static LineFeed feed(String lines) {
        return new LineFeed(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), 1);
    }

    private static String lines(int firstId, int count) {
        var lines = new StringBuilder();
        for (int id = firstId; id < firstId + count; id++) {
            lines.append("{\"id\":").append(id).append(",\"source\":\"s\",\"text\":\"a\"}\n");
        }
        return lines.toString();
    }
}

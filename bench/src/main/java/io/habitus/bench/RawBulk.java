package io.habitus.bench;

import io.habitus.bench.Documents.Bulk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** As fast as Elasticsearch takes ready-made documents. */
final class RawBulk {

    /**
     * What came of it.
     *
     * @param senders how many bulks were under way at once; analysis-service has one
     */
    record Result(int senders, long documents, long averageBytes, int bulks, Usage usage) {
        double perSecond() {
            return documents / usage.seconds();
        }
    }

    static Result measured(OwnHabitus habitus, Documents documents, int senders, Proc proc) {
        try (var index = FreshIndex.in(habitus.elasticsearch())) {
            send(documents.warmUp(), documents, index, senders);
            long before = Documents.items(documents.warmUp());
            index.finish(before);
            Map<String, Long> processes = habitus.processes();
            var watching = Watching.begun(proc, processes, () -> -1);
            send(documents.measured(), documents, index, senders);
            long items = Documents.items(documents.measured());
            index.finish(before + items);
            return new Result(
                    senders,
                    items,
                    documents.averageBytes(),
                    documents.measured().size(),
                    watching.ended());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void send(List<Bulk> bulks, Documents documents, FreshIndex index, int senders) {
        var next = new AtomicInteger();
        Callable<Void> sending = () -> {
            for (int i = next.getAndIncrement(); i < bulks.size(); i = next.getAndIncrement()) {
                index.write(documents.read(bulks.get(i)), bulks.get(i).items());
            }
            return null;
        };
        together(IntStream.range(0, senders).mapToObj(_ -> sending).toList());
    }

    /** Does all of it at once; the first failure is thrown when all have ended. */
    static void together(List<Callable<Void>> tasks) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> task : threads.invokeAll(tasks)) {
                task.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refused("Interrupted.", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private RawBulk() {}
}

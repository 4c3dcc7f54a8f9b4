package io.habitus.bench;

import io.habitus.analysis.index.MentionIndex;
import io.habitus.analysis.index.MentionIndex.BulkResult.Answered;
import io.habitus.analysis.index.MentionIndex.BulkResult.Unacceptable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.json.JsonMapper;

/** The index of mentions as analysis-service makes it and writes to it, emptied for one measurement. */
final class FreshIndex implements AutoCloseable {

    private static final int SHARDS = 1;
    private static final int REPLICAS = 0;

    private final MentionIndex index;

    private FreshIndex(MentionIndex index) {
        this.index = index;
    }

    /** Without any month, and with the template. Only while no analysis-service runs. */
    static FreshIndex in(URI elasticsearch) {
        try (var client = HttpClient.newHttpClient()) {
            var listed = client.send(
                    HttpRequest.newBuilder(elasticsearch.resolve("/mentions-*/_settings"))
                            .build(),
                    BodyHandlers.ofByteArray());
            for (String month : JsonMapper.shared().readTree(listed.body()).propertyNames()) {
                client.send(
                        HttpRequest.newBuilder(elasticsearch.resolve("/" + month))
                                .DELETE()
                                .build(),
                        BodyHandlers.discarding());
            }
        } catch (IOException away) {
            throw new Refused("Elasticsearch does not answer.", away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refused("Interrupted.", interrupted);
        }
        var index = new MentionIndex(elasticsearch, SHARDS, REPLICAS);
        index.putTemplate();
        return new FreshIndex(index);
    }

    /** @throws Refused if Elasticsearch does not take all of them: then there is no figure */
    void write(byte[] bulk, int items) {
        switch (index.write(bulk, items)) {
            case Answered(var answers) -> {
                long written =
                        answers.stream().filter(answer -> answer.status() < 300).count();
                if (written < items) {
                    throw new Refused("Elasticsearch refused " + (items - written) + " documents of " + items + ".");
                }
            }
            case Unacceptable(var reason) -> throw new Refused("Elasticsearch refused a bulk: " + reason + ".");
        }
    }

    /** Lets everything written be found, and looks whether it is. */
    void finish(long documents) {
        index.refresh();
        long found = index.state().documents();
        if (found != documents) {
            throw new Refused("%,d documents were written, but %,d are found.".formatted(documents, found));
        }
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}

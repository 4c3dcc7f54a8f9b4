package io.habitus.ingest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set of ingest-service. An unknown key stops it.
 *
 * @param pseudonymKeyFile 32 random bytes in Base64; whoever changes them gives every post and author a new name
 * @param originKeyFile 32 random bytes in Base64, the same that api-gateway has
 * @param partitions of wide topics, if they do not exist yet
 * @param replication of topics, if they do not exist yet
 * @param patience how long to wait for a broker that is away before a request is answered with 503
 * @param linesUnderWay of one request that are sent and not yet acknowledged
 * @param postsRemembered against repetition, 28 bytes each, rounded up to a power of two
 * @param requestsAtOnce that bring posts; each holds a line of up to 1 MiB and up to {@code linesUnderWay} results. A push
 *     that only waits for the broker is not one of them
 * @param wholeBodiesAtOnce of these, that hold an array of up to 8 MiB
 */
@Validated
@ConfigurationProperties(prefix = "ingest", ignoreUnknownFields = false)
record IngestSettings(
        @NotNull Path pseudonymKeyFile,
        @NotNull Path originKeyFile,
        @Min(1) @DefaultValue("12") int partitions,
        @Min(1) @DefaultValue("1") short replication,
        @NotNull @DefaultValue("60s") Duration patience,
        @Min(1) @Max(100_000) @DefaultValue("4096") int linesUnderWay,
        @Min(1) @Max(1 << 26) @DefaultValue("262144") int postsRemembered,
        @Min(1) @DefaultValue("32") int requestsAtOnce,
        @Min(1) @DefaultValue("4") int wholeBodiesAtOnce) {}

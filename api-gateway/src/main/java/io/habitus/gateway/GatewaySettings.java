package io.habitus.gateway;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set of api-gateway. An unknown key stops it. Ports and the broker's address are Spring's own keys.
 *
 * @param ingest where ingest-service answers
 * @param analysis where analysis-service answers
 * @param persona where persona-service answers
 * @param originKeyFile 32 random bytes in Base64, the same that ingest-service has
 * @param adminKeySha256 hash of the key that can do everything but identify, 64 hexadecimal digits in lower case; null for
 *     an installation that has its keys already
 * @param replication of topics, if they do not exist yet
 * @param connectWithin how long a service may take to accept a connection
 * @param answerWithin how long a service may take to answer; imports and streams take as long as they take
 * @param questionsAtOnce how many questions and posts in one piece are with one service at once; who comes beyond waits
 * @param streamsForAKey how many live streams one key may follow at once; a page follows one
 * @param sessionLife from log-in to its end
 * @param timeZone of projects that name none
 */
@Validated
@ConfigurationProperties(prefix = "gateway", ignoreUnknownFields = false)
record GatewaySettings(
        @NotNull @DefaultValue("http://127.0.0.1:8081") URI ingest,
        @NotNull @DefaultValue("http://127.0.0.1:8082") URI analysis,
        @NotNull @DefaultValue("http://127.0.0.1:8083") URI persona,
        @NotNull Path originKeyFile,
        @Pattern(regexp = "[0-9a-f]{64}") String adminKeySha256,
        @Min(1) @DefaultValue("1") short replication,
        @NotNull @DefaultValue("2s") Duration connectWithin,
        @NotNull @DefaultValue("30s") Duration answerWithin,
        @Min(1) @Max(100_000) @DefaultValue("128") int questionsAtOnce,
        @Min(1) @DefaultValue("50") int streamsForAKey,
        @NotNull @DefaultValue("12h") Duration sessionLife,
        @NotNull @DefaultValue("Europe/Berlin") ZoneId timeZone) {}

package io.habitus.persona;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set about this service, as {@code persona.*}; an unknown key stops it.
 *
 * @param stateDir where the stores live; one instance per folder
 * @param partitions into how many parts the watches are cut, fixed at the first start
 * @param replication of every topic this service makes
 * @param threads that count; more than cores is of no use
 * @param patience how long a request waits for figures that are being restored
 * @param sampleMemory about so much of the heap at most for the sample of everything heard
 */
@Validated
@ConfigurationProperties(prefix = "persona", ignoreUnknownFields = false)
public record PersonaSettings(
        @NotNull Path stateDir,
        @DefaultValue("12") @Min(1) int partitions,
        @DefaultValue("1") @Min(1) short replication,
        @DefaultValue("2") @Min(1) int threads,
        @DefaultValue("3s") Duration patience,
        @DefaultValue("64MB") DataSize sampleMemory) {}

package io.habitus.analysis;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Everything that can be set, under {@code analysis}. An unknown key stops the service.
 *
 * @param partitions of the topics this service makes, except REMATCHES, which has as many as POSTS; fixed once made
 * @param replication of those topics, of the stores' logs and (less one) of the index
 * @param threads of the topology
 * @param projectKeyFile 32 random bytes or more as base64: authors' names in each project are made from it
 * @param elasticsearch where Elasticsearch answers
 * @param stateDir of the topology; can be rebuilt from the log
 * @param shards of each month's index
 * @param samplePosts so many posts of each project at most are in the sample of everything heard, over all partitions;
 *     0 for no sample
 */
@Validated
@ConfigurationProperties(prefix = "analysis", ignoreUnknownFields = false)
public record AnalysisSettings(
        @DefaultValue("12") @Min(1) int partitions,
        @DefaultValue("1") @Min(1) int replication,
        @DefaultValue("2") @Min(1) int threads,
        @NotNull Path projectKeyFile,
        @NotNull @DefaultValue("http://127.0.0.1:9200") URI elasticsearch,
        @NotNull Path stateDir,
        @DefaultValue("1") @Min(1) int shards,
        @DefaultValue("100000") @Min(0) long samplePosts) {}

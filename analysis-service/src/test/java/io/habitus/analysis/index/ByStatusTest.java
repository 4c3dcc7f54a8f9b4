package io.habitus.analysis.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.analysis.index.Judging.Fate;
import org.junit.jupiter.api.Test;

class ByStatusTest {

    private static Fate fateOf(int status, String error) {
        return new ByStatus().judge(new Answer(status, error, "whatever"));
    }

    @Test
    void what_was_created_or_replaced_is_written() {
        assertThat(fateOf(201, null)).isEqualTo(Fate.WRITTEN);
        assertThat(fateOf(200, null)).isEqualTo(Fate.WRITTEN);
    }

    @Test
    void a_conflict_says_that_it_is_there_already() {
        assertThat(fateOf(409, "version_conflict_engine_exception")).isEqualTo(Fate.ALREADY_THERE);
    }

    @Test
    void too_many_requests_and_a_full_disk_pass() {
        assertThat(fateOf(429, "es_rejected_execution_exception")).isEqualTo(Fate.AGAIN);
        assertThat(fateOf(429, "cluster_block_exception")).isEqualTo(Fate.AGAIN);
    }

    @Test
    void whatever_is_wrong_with_the_cluster_passes() {
        assertThat(fateOf(503, "unavailable_shards_exception")).isEqualTo(Fate.AGAIN);
        assertThat(fateOf(500, "exception")).isEqualTo(Fate.AGAIN);
        assertThat(fateOf(403, "cluster_block_exception")).isEqualTo(Fate.AGAIN);
        assertThat(fateOf(404, "index_not_found_exception")).isEqualTo(Fate.AGAIN);
        assertThat(fateOf(400, "index_closed_exception")).isEqualTo(Fate.AGAIN);
    }

    @Test
    void the_limit_of_shards_passes_although_it_comes_as_a_bad_request() {
        assertThat(fateOf(400, "validation_exception")).isEqualTo(Fate.AGAIN);
    }

    @Test
    void a_document_that_does_not_fit_the_mapping_is_refused() {
        assertThat(fateOf(400, "document_parsing_exception")).isEqualTo(Fate.REFUSED);
        assertThat(fateOf(400, "strict_dynamic_mapping_exception")).isEqualTo(Fate.REFUSED);
        assertThat(fateOf(413, null)).isEqualTo(Fate.REFUSED);
    }
}

package io.habitus.ingest.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.ingest.InstallationKeyFiles;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

    private final Pseudonyms names = InstallationKeyFiles.keys().names();

    @Test
    void a_post_is_known_by_the_first_half_of_the_hmac_of_project_source_and_id() throws Exception {
        assertThat(names.post("default", "twitter", "601")).isEqualTo(hmac("post\ndefault\ntwitter\n601"));
        assertThat(names.post(null, "twitter", "601")).isEqualTo(hmac("post\n\ntwitter\n601"));
    }

    @Test
    void an_author_is_known_by_the_first_half_of_the_hmac_of_source_and_id() throws Exception {
        assertThat(names.author("twitter", "jürgen")).isEqualTo(hmac("author\ntwitter\njürgen"));
    }

    @Test
    void the_same_id_gives_the_same_name_again() {
        assertThat(names.post("p", "s", "1")).isEqualTo(names.post("p", "s", "1"));
    }

    @Test
    void posts_and_authors_projects_and_sources_do_not_share_names() {
        var all = new HashSet<String>();
        all.add(names.post("p", "s", "1"));
        all.add(names.post("q", "s", "1"));
        all.add(names.post("p", "t", "1"));
        all.add(names.post(null, "s", "1"));
        all.add(names.author("s", "1"));
        assertThat(all).hasSize(5);
    }

    private static String hmac(String message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(InstallationKeyFiles.PSEUDONYM_KEY, "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)), 0, 16);
    }
}

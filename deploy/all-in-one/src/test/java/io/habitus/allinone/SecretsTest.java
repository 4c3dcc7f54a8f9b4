package io.habitus.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path temporary;

    private DataFolder folder;

    @BeforeEach
    void claim() {
        folder = DataFolder.claim(temporary, 0);
    }

    @AfterEach
    void letGo() throws Exception {
        folder.close();
    }

    @Test
    void keys_hold_256_bits_and_are_for_their_owner_only() throws Exception {
        Secrets secrets = Secrets.of(folder);

        assertThat(Base64.getDecoder()
                        .decode(Files.readString(secrets.pseudonyms()).strip()))
                .hasSize(32);
        assertThat(secrets.adminKey()).matches("hab_[a-z0-9]{8}_[A-Za-z0-9_-]{43}");
        for (Path file :
                new Path[] {secrets.pseudonyms(), secrets.origins(), secrets.projects(), temporary.resolve("admin.key")
                }) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void the_second_start_finds_the_keys_of_the_first() throws Exception {
        Secrets first = Secrets.of(folder);
        String pseudonyms = Files.readString(first.pseudonyms());
        folder.part("kafka");

        Secrets second = Secrets.of(folder);

        assertThat(second.adminKey()).isEqualTo(first.adminKey());
        assertThat(Files.readString(second.pseudonyms())).isEqualTo(pseudonyms);
    }

    @Test
    void a_lost_key_is_not_replaced_once_there_are_data() throws Exception {
        Files.delete(Secrets.of(folder).pseudonyms());
        folder.part("kafka");

        assertThatThrownBy(() -> Secrets.of(folder))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("pseudonym.key is missing");
    }

    @Test
    void the_gateway_knows_the_admin_key_by_its_hash() {
        Secrets secrets = new Secrets(temporary, temporary, temporary, "abc");

        assertThat(secrets.adminKeySha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void a_secret_does_not_show_in_its_text() {
        Secrets secrets = Secrets.of(folder);

        assertThat(secrets.toString()).doesNotContain(secrets.adminKey());
    }
}

package io.habitus.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainCopyTest {

    @TempDir
    private Path folder;

    @Test
    void an_unpacked_copy_can_be_read_and_leaves_nothing_behind_however_the_program_ends() throws IOException {
        byte[] lines = "{\"id\":1}\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        try (var copy = PlainCopy.of(new ByteArrayInputStream(packed(lines)), folder)) {
            assertThat(folder).isEmptyDirectory();
            copy.position(0);
            assertThat(Channels.newInputStream(copy).readAllBytes()).isEqualTo(lines);
        }
    }

    @Test
    void what_cannot_be_unpacked_leaves_nothing_behind_either() throws IOException {
        byte[] half = packed("{\"id\":1}\n".repeat(50_000).getBytes(StandardCharsets.UTF_8));
        var broken = new ByteArrayInputStream(Arrays.copyOf(half, half.length / 2));
        assertThatThrownBy(() -> PlainCopy.of(broken, folder)).isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    private static byte[] packed(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(bytes)) {
            packing.write(plain);
        }
        return bytes.toByteArray();
    }
}

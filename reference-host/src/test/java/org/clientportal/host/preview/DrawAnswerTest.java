package org.clientportal.host.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a worker process says, and what it had not the time to say. */
class DrawAnswerTest {
    private static final Picture PICTURE = new Picture(Encoding.PNG, 3, 2, 1, new byte[] {1, 2, 3, 4, 5});

    @Test
    void a_whole_picture_is_taken() throws IOException {
        Picture read = read(written()).orElseThrow();

        assertThat(read).usingRecursiveComparison().isEqualTo(PICTURE);
    }

    @Test
    @Tag("promise:P28")
    void a_picture_that_is_cut_anywhere_is_none() throws IOException {
        byte[] whole = written();

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut), "cut after %d", length).isInstanceOf(IOException.class);
        }
    }

    private static byte[] written() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DrawAnswer.write(new DataOutputStream(bytes), Optional.of(PICTURE));
        return bytes.toByteArray();
    }

    private static Optional<Picture> read(byte[] bytes) throws IOException {
        return DrawAnswer.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}

package org.clientportal.resilience;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search that the test of copies relies on sees what it looks for. */
@Tag("promise:P6")
class CanariesTest {
    @TempDir
    private Path folder;

    private final Canaries canaries = new Canaries();

    @Test
    void whatever_form_a_secret_lies_there_in_it_is_found() throws IOException {
        String token = "q83vEjRWeJq83vASNFZ4mrze8BI0VniavN7wEjRWeJo";
        canaries.token("token", token);
        canaries.code("code", "1234 5678");
        byte[] random = Base64.getUrlDecoder().decode(token);
        List<byte[]> forms = List.of(
                token.getBytes(US_ASCII),
                random,
                HexFormat.of().formatHex(random).getBytes(US_ASCII),
                HexFormat.of().formatHex(token.getBytes(US_ASCII)).getBytes(US_ASCII),
                Base64.getEncoder().encode(("x" + token + "x").getBytes(US_ASCII)),
                Base64.getUrlEncoder().encode(("xx" + token).getBytes(US_ASCII)),
                "code=12345678&".getBytes(US_ASCII),
                "type 1234 5678.".getBytes(US_ASCII),
                Base64.getEncoder().encode("xx12345678xx".getBytes(US_ASCII)));
        for (byte[] form : forms) {
            Path there = Files.createTempDirectory(folder, "planted");
            Files.write(there.resolve("file"), form);
            assertThat(canaries.in(there)).as(new String(form, ISO_8859_1)).hasSize(1);
        }
    }

    @Test
    void digits_of_a_longer_number_are_no_code() throws IOException {
        canaries.code("code", "1234 5678");
        Files.writeString(folder.resolve("file"), "order 9123456780");
        assertThat(canaries.in(folder)).isEmpty();
    }
}

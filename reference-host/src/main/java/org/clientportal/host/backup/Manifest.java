package org.clientportal.host.backup;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.clientportal.storage.jdbc.RowCopy;

/**
 * What a backup holds; it is written last, so that a backup without one did not finish.
 *
 * @param format of the backup itself
 * @param takenAt the rows are as they were then
 * @param program that took it
 * @param files hashes of all files but those of documents, by path
 * @param documents how many documents' bytes are in it
 * @param bytes how many bytes these are
 * @param purged documents that were purged while their bytes were copied: a restore purges them again
 * @param broken documents whose bytes were not what their rows say when the backup was taken
 * @param seals the newest seal of each practice's audit when it was taken, by the practice's id
 */
record Manifest(
        int format,
        Instant takenAt,
        String program,
        RowCopy rows,
        SortedMap<String, String> files,
        long documents,
        long bytes,
        List<Lost> purged,
        List<Lost> broken,
        Map<UUID, Seal> seals) {
    static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** A document whose bytes are not in the backup. */
    record Lost(UUID practice, UUID document) {}

    /** A place that the chain of a practice's audit must still lead to. */
    record Seal(UUID record, long number, String hash) {}

    byte[] write() throws IOException {
        return JSON.writeValueAsBytes(this);
    }

    /** @throws IOException if it is no manifest, or one of another format */
    static Manifest read(Path file) throws IOException {
        int format = JSON.readTree(file.toFile()).path("format").asInt();
        if (format != FORMAT) {
            throw new IOException("its format is " + format + ", and this program reads " + FORMAT);
        }
        return JSON.readValue(file.toFile(), Manifest.class);
    }
}

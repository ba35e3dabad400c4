package org.clientportal.core.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clientportal.model.Principal;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.document.Sha256;
import org.clientportal.model.practice.PracticeId;

/**
 * The hash that chains a practice's audit records (AU-1): SHA-256 over the hash before, the number and every field of the
 * record. Each text goes in as its length in bytes (four bytes, the highest first) and its UTF-8 bytes, an absent one as the
 * length -1, details in the order of their names: no two records have the same bytes. This is a published format; it never
 * changes, another one would be told apart by {@link #FORMAT}.
 */
public final class ChainHash {
    /** The first thing that is hashed, for the practice's start of the chain. */
    public static final String FORMAT = "client-portal-audit-1";

    private static final int ABSENT = -1;

    private ChainHash() {}

    /** What stands for the hash before the first record of a practice, so that one chain cannot pass for another's. */
    public static Sha256 start(PracticeId practice) {
        return hash(out -> {
            text(out, FORMAT);
            text(out, practice.toString());
        });
    }

    /** The hash of a record at its place in the chain. */
    public static Sha256 next(Sha256 before, long number, AuditRecord record) {
        return hash(out -> {
            text(out, before.hex());
            out.writeLong(number);
            text(out, record.id().toString());
            text(out, record.at().toString());
            text(out, record.action());
            principal(out, Optional.of(record.actor()));
            principal(out, record.onBehalfOf());
            text(out, record.client().map(ClientId::toString));
            text(out, record.object());
            text(out, record.objectId());
            text(out, record.network());
            out.writeInt(record.details().size());
            for (Map.Entry<String, String> detail : new TreeMap<>(record.details()).entrySet()) {
                text(out, detail.getKey());
                text(out, detail.getValue());
            }
        });
    }

    private static void principal(DataOutputStream out, Optional<Principal> who) throws IOException {
        text(out, who.map(principal -> principal.kind().name()));
        text(out, who.map(Principal::key));
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void text(DataOutputStream out, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            text(out, text.get());
        } else {
            out.writeInt(ABSENT);
        }
    }

    private interface Fields {
        void write(DataOutputStream out) throws IOException;
    }

    private static Sha256 hash(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            fields.write(new DataOutputStream(bytes));
            return Sha256.of(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

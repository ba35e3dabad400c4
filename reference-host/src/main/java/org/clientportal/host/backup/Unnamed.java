package org.clientportal.host.backup;

import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.clientportal.storage.files.KeptFile;
import org.clientportal.storage.jdbc.Inspection;

/** Finds old bytes that no row names, by going over keys and files side by side in one order. Belongs to one thread. */
final class Unnamed {
    private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36}/[0-9a-f]{32,64}");

    private final Iterator<KeptFile> files;
    private final Instant before;
    private final Consumer<String> wrong;
    private Optional<KeptFile> file = Optional.empty();

    /** @param before only files that were last written to before then count */
    Unnamed(Iterator<KeptFile> files, Instant before, Consumer<String> wrong) {
        this.files = files;
        this.before = before;
        this.wrong = wrong;
        advance();
    }

    void over(Inspection inspection) {
        inspection.keys(key -> passTo(key.value()));
        while (file.isPresent()) {
            tell(file.get());
            advance();
        }
    }

    /** Tells the files before a key, and passes over the one that it names. */
    private void passTo(String key) {
        while (file.isPresent() && file.get().key().compareTo(key) < 0) {
            tell(file.get());
            advance();
        }
        if (file.isPresent() && file.get().key().equals(key)) {
            advance();
        }
    }

    /** To the next file that has a place among the keys; others are in no order with them. */
    private void advance() {
        file = Optional.empty();
        while (file.isEmpty() && files.hasNext()) {
            KeptFile next = files.next();
            if (KEY.matcher(next.key()).matches()) {
                file = Optional.of(next);
            } else {
                tell(next);
            }
        }
    }

    private void tell(KeptFile kept) {
        if (kept.modified().isBefore(before)) {
            wrong.accept("file " + kept.key() + ": no document has these bytes");
        }
    }
}

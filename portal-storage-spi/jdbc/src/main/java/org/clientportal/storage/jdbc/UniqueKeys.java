package org.clientportal.storage.jdbc;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clientportal.storage.UniqueKey;

/**
 * Which unique key a constraint stands for. Each is named after its table and its last column, and what is not named here
 * is a record's id.
 */
final class UniqueKeys {
    private static final Map<String, UniqueKey> BY_CONSTRAINT = Map.ofEntries(
            Map.entry("assignment_client_id", UniqueKey.MAIN_CONTACT),
            Map.entry("folder_sort_key", UniqueKey.FOLDER_NAME),
            Map.entry("staff_email_key", UniqueKey.STAFF_EMAIL),
            Map.entry("contact_email_key", UniqueKey.CONTACT_EMAIL),
            Map.entry("audit_seal_number", UniqueKey.AUDIT_SEAL),
            Map.entry("audit_seal_record_id", UniqueKey.AUDIT_SEAL));

    private UniqueKeys() {}

    static UniqueKey of(String constraint) {
        return Optional.ofNullable(BY_CONSTRAINT.get(constraint))
                .or(() -> namesake(constraint))
                .orElse(UniqueKey.ID);
    }

    private static Optional<UniqueKey> namesake(String constraint) {
        String name = constraint.toUpperCase(Locale.ROOT);
        for (UniqueKey key : UniqueKey.values()) {
            if (key.name().equals(name)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }
}

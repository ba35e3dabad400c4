package org.clientportal.model.document;

import java.time.Instant;
import org.clientportal.model.Require;
import org.clientportal.model.staff.StaffId;

/** While it stands, nothing under it can be deleted or purged (DO-5). */
public record LegalHold(String reason, StaffId by, Instant since) {
    public LegalHold {
        reason = Require.line("reason", reason, 500);
        Require.micros("since", since);
    }
}

package org.clientportal.model.audit;

import java.util.Optional;

/** A record as it is read back, with its seal once it has one. */
public record AuditEntry(AuditRecord record, Optional<AuditSeal> seal) {}

package org.clientportal.storage.tck;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientportal.model.Principal;
import org.clientportal.model.audit.AuditEntry;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.storage.AuditQuery;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.ReadView;

/** The list of what happened. */
public abstract class AuditListSuite extends ListSuite<AuditEntry> {
    protected AuditListSuite() {}

    @Override
    final Page<AuditEntry> page(ReadView view, PageRequest page) {
        return view.audit()
                .list(new AuditQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), page));
    }

    @Override
    final List<AuditEntry> fill() {
        List<AuditRecord> records =
                Stream.of(4, 4, 1, 9, 9, 9, 2, 3, 0, 7, 0).map(this::happened).toList();
        return Orders.newestFirst(records, AuditRecord::at, AuditRecord::id).stream()
                .map(record -> new AuditEntry(record, Optional.empty()))
                .toList();
    }

    @Override
    final void come() {
        happened(99);
    }

    @Override
    final boolean isByTime() {
        return true;
    }

    private AuditRecord happened(int seconds) {
        AuditRecord entry = samples.audit("client_created", Principal.system(), Samples.NOW.plusSeconds(seconds));
        change(unit -> unit.audit().append(entry));
        return entry;
    }
}

package org.clientportal.core.access;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clientportal.model.access.ResourceKind;
import org.clientportal.model.access.Visibility;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Grant;
import org.jspecify.annotations.Nullable;

/** A contact with its grants; one client's flags give nothing at another (PM-8). */
public final class Person implements Viewer {
    private final ContactId id;
    private final @Nullable KnownGrants known;
    private final Function<ClientId, Optional<Grant>> effective;
    private final Supplier<List<Grant>> all;

    /**
     * One whose grants are looked up as they are asked for.
     *
     * @param effective the effective grant at a client
     * @param all every grant, effective or not
     */
    public Person(ContactId id, Function<ClientId, Optional<Grant>> effective, Supplier<List<Grant>> all) {
        this.id = id;
        this.known = null;
        this.effective = effective;
        this.all = all;
    }

    /**
     * One whose grants were read before.
     *
     * @param grants every one, effective or not
     */
    public Person(ContactId id, List<Grant> grants) {
        KnownGrants found = new KnownGrants(id, grants);
        this.id = id;
        this.known = found;
        this.effective = found::at;
        this.all = () -> grants;
    }

    public ContactId id() {
        return id;
    }

    /** The grant at a client, if it gives access there. */
    public Optional<Grant> grant(ClientId client) {
        return effective.apply(client);
    }

    /** Every grant that gives access, by client name. */
    public List<Grant> grants() {
        return all.get().stream().filter(Grant::isEffective).toList();
    }

    @Override
    public boolean reaches(ClientId client) {
        return grant(client).isPresent();
    }

    /** What the access table shows this contact of a kind at a client. */
    Visibility visibility(ClientId client, ResourceKind kind) {
        if (known != null) {
            return known.visibility(client, kind);
        }
        return grant(client)
                .map(grant -> AccessTable.visibility(id, grant.assignment().permissions(), kind))
                .orElse(Visibility.NONE);
    }
}

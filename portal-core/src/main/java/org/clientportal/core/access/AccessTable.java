package org.clientportal.core.access;

import static org.clientportal.core.access.AccessRule.Sees.ADDRESSED;
import static org.clientportal.core.access.AccessRule.Sees.ADDRESSED_OR_OPEN;
import static org.clientportal.core.access.AccessRule.Sees.ORDINARY_FOLDERS;
import static org.clientportal.core.access.AccessRule.Sees.OWN;
import static org.clientportal.core.access.AccessRule.Sees.RELEASED;
import static org.clientportal.core.access.AccessRule.Sees.TAX_FOLDERS;
import static org.clientportal.model.access.ResourceKind.ACTION;
import static org.clientportal.model.access.ResourceKind.DOCUMENT;
import static org.clientportal.model.access.ResourceKind.INVOICE;
import static org.clientportal.model.access.ResourceKind.MESSAGE;
import static org.clientportal.model.access.ResourceKind.ORGANIZER;
import static org.clientportal.model.access.ResourceKind.PAYMENT_METHOD;
import static org.clientportal.model.access.ResourceKind.PROJECT;
import static org.clientportal.model.access.ResourceKind.QUESTION;
import static org.clientportal.model.access.ResourceKind.REPORT;
import static org.clientportal.model.access.ResourceKind.SIGNATURE_REQUEST;
import static org.clientportal.model.access.ResourceKind.TAX_RETURN;
import static org.clientportal.model.contact.Permission.CLIENT_ADMIN;
import static org.clientportal.model.contact.Permission.FILES;
import static org.clientportal.model.contact.Permission.FINANCIAL;
import static org.clientportal.model.contact.Permission.TAX;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientportal.model.access.ResourceKind;
import org.clientportal.model.access.Visibility;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Permission;

/**
 * What contacts see, as one table: what no row grants is denied, and rows only add. It is published as it stands here, and
 * every decision, list and explanation is derived from it.
 */
public final class AccessTable {
    private static final List<AccessRule> RULES = List.of(
            row(DOCUMENT, CLIENT_ADMIN, RELEASED, "PM-1"),
            row(DOCUMENT, FILES, ORDINARY_FOLDERS, "PM-4"),
            row(DOCUMENT, TAX, TAX_FOLDERS, "PM-5"),
            row(DOCUMENT, OWN, "DO-10"),
            row(QUESTION, CLIENT_ADMIN, RELEASED, "PM-1"),
            row(QUESTION, RELEASED, "QU-2"),
            row(MESSAGE, CLIENT_ADMIN, RELEASED, "ME-1"),
            row(MESSAGE, ADDRESSED, "PM-6"),
            row(REPORT, CLIENT_ADMIN, RELEASED, "PM-1"),
            row(REPORT, FINANCIAL, RELEASED, "PM-3"),
            row(TAX_RETURN, CLIENT_ADMIN, RELEASED, "PM-1"),
            row(TAX_RETURN, TAX, RELEASED, "PM-2"),
            row(ORGANIZER, CLIENT_ADMIN, RELEASED, "PM-1"),
            row(ORGANIZER, TAX, RELEASED, "PM-2"),
            row(SIGNATURE_REQUEST, ADDRESSED, "PM-7"),
            row(ACTION, CLIENT_ADMIN, RELEASED, "PM-13"),
            row(ACTION, ADDRESSED_OR_OPEN, "PM-13"),
            row(PROJECT, RELEASED, "PJ-1"),
            row(INVOICE, CLIENT_ADMIN, RELEASED, "PM-1"),
            row(INVOICE, FINANCIAL, RELEASED, "PM-3"),
            row(PAYMENT_METHOD, CLIENT_ADMIN, RELEASED, "PM-1"),
            row(PAYMENT_METHOD, FINANCIAL, RELEASED, "PM-3"));

    private AccessTable() {}

    /** Every row. */
    public static List<AccessRule> rules() {
        return RULES;
    }

    /** What a contact with these flags at a client sees there of a kind. */
    public static Visibility visibility(ContactId viewer, Set<Permission> permissions, ResourceKind kind) {
        Visibility visibility = Visibility.NONE;
        for (AccessRule rule : RULES) {
            if (rule.kind() == kind && rule.holds(permissions)) {
                visibility = visibility.or(rule.sees().by(viewer));
            }
        }
        return visibility;
    }

    private static AccessRule row(ResourceKind kind, Permission holder, AccessRule.Sees sees, String rule) {
        return new AccessRule(kind, Optional.of(holder), sees, rule);
    }

    private static AccessRule row(ResourceKind kind, AccessRule.Sees sees, String rule) {
        return new AccessRule(kind, Optional.empty(), sees, rule);
    }
}

package org.clientportal.core.access;

import org.clientportal.model.contact.ContactId;

/**
 * Why a contact sees something, or does not (PM-10).
 *
 * @param rule the rule that decides, such as {@code PM-4}
 * @param reason a stable code for the words, such as {@code hidden} or {@code no_permission}
 */
public record Explanation(ContactId contact, boolean allowed, String rule, String reason) {}

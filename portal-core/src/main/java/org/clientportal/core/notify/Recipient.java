package org.clientportal.core.notify;

import java.time.ZoneId;
import java.util.Locale;
import org.clientportal.model.contact.EmailAddress;

/** Who a message goes to, in whose language and zone: exactly one stored address (P23). */
public record Recipient(String name, EmailAddress email, Locale locale, ZoneId zone) {}

/**
 * Mails: worded from the catalogue ({@link org.clientportal.host.mail.MailMessages}), put into MIME, and handed to a mail
 * server or, in a demo, laid into a folder.
 */
@NullMarked
package org.clientportal.host.mail;

import org.jspecify.annotations.NullMarked;

/**
 * What the pages of both sides share: the frame around a page made from the request, flash messages, addresses with
 * their filters, and refusals in the reader's words.
 *
 * <pre>{@code
 * Shell shell = shells.of(exchange);                        // of this side
 * return pages.shown(shell, "client/home.jte", Map.of("page", page));
 * return pages.bare(exchange, "signin/ask.jte", Map.of("form", Form.EMPTY));
 *
 * Address.of("/files").with("client", id).with("new", true).toString();
 *
 * try {
 *     ...
 * } catch (PortalException | InvalidValue refused) {
 *     Form form = Refused.form(shell.t(), posted.typed(), refused);   // the page again, status 422
 * }
 * return Answer.seeOther("/files").flash(Said.flash(Flash.good(t.get("files.deleted"))));
 * }</pre>
 */
@NullMarked
package org.clientportal.host.web.page;

import org.jspecify.annotations.NullMarked;

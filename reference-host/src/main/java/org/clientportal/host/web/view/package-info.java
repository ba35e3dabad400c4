/**
 * What the page templates are given: small immutable records without rules, ids or stores, made by the pages and read
 * by the templates of {@code src/main/jte}. Words come from {@link org.clientportal.host.web.view.Texts}, times from
 * {@link org.clientportal.host.web.view.Times}. Nothing here decides who may see what.
 */
@NullMarked
package org.clientportal.host.web.view;

import org.jspecify.annotations.NullMarked;

/**
 * The practice side: what staff see and do, under {@code /practice}. One class a group of pages, each with its routes;
 * {@link org.clientportal.host.web.practice.PracticeSide} lists them all. Every form posts and redirects; a refused one is
 * shown again with what was typed.
 */
@NullMarked
package org.clientportal.host.web.practice;

import org.jspecify.annotations.NullMarked;

/** The practice (accounting firm): the tenant, its settings and its staff-facing look. */
@NullMarked
package org.clientportal.model.practice;

import org.jspecify.annotations.NullMarked;

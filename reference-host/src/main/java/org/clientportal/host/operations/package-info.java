/** What is asked of the host itself, whatever the host name: whether it lives, whether it is ready, its metrics. */
@NullMarked
package org.clientportal.host.operations;

import org.jspecify.annotations.NullMarked;

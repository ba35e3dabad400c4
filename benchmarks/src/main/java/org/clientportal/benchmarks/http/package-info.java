/** What requests cost over HTTP, beside peers. */
@NullMarked
package org.clientportal.benchmarks.http;

import org.jspecify.annotations.NullMarked;

/**
 * The JSON interface under {@code /api/v1}, for both sides. Its bodies are records of their own, so that what is inside can
 * change without them; {@code openapi.yaml} describes them, and a test holds the two together.
 */
@NullMarked
package org.clientportal.host.api;

import org.jspecify.annotations.NullMarked;

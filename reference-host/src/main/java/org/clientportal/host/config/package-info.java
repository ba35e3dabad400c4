/**
 * The host's configuration: one YAML file, over it the environment, secrets in files of their own. {@link
 * org.clientportal.host.config.Key} lists every key; a wrong one stops the start with its name.
 */
@NullMarked
package org.clientportal.host.config;

import org.jspecify.annotations.NullMarked;

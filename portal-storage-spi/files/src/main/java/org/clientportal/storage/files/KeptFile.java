package org.clientportal.storage.files;

import java.time.Instant;

/**
 * A file in the store.
 *
 * @param key the key under which its bytes are found; of a file that no key leads to, its path in the store
 * @param modified when it was last written to
 */
public record KeptFile(String key, Instant modified) {}

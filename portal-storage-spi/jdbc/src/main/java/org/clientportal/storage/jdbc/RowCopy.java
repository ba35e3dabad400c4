package org.clientportal.storage.jdbc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@link RowBackup#take} wrote into a folder; without it the files say too little to be put back.
 *
 * @param engine whose files they are, {@code sqlite} or {@code postgres}
 * @param schemaVersion of the tables that they were taken from
 * @param rows how many rows each table had, those that others refer to first
 */
public record RowCopy(String engine, int schemaVersion, Map<String, Long> rows) {
    public RowCopy {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }
}

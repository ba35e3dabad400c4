package org.clientportal.storage.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tables that a PostgreSQL database really has, and how they refer to one another. */
record PostgresTables(RowStream rows) {
    private static final String SCHEMA = "'" + PostgresDialect.SCHEMA + "'";
    private static final String TABLES =
            "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace" + " where n.nspname = "
                    + SCHEMA + " and c.relkind = 'r' order by c.relname";

    /** A foreign key: the two tables, which columns of the child must be there, and what they equal in the parent. */
    private static final String REFERENCES = "select c.relname, p.relname,"
            + " string_agg(format('c.%I is not null', a.attname), ' and ' order by k.place),"
            + " string_agg(format('p.%I = c.%I', f.attname, a.attname), ' and ' order by k.place)"
            + " from pg_constraint r join pg_namespace n on n.oid = r.connamespace"
            + " join pg_class c on c.oid = r.conrelid join pg_class p on p.oid = r.confrelid"
            + " cross join lateral unnest(r.conkey, r.confkey) with ordinality k (child, parent, place)"
            + " join pg_attribute a on a.attrelid = c.oid and a.attnum = k.child"
            + " join pg_attribute f on f.attrelid = p.oid and f.attnum = k.parent"
            + " where r.contype = 'f' and n.nspname = " + SCHEMA + " group by r.oid, c.relname, p.relname";

    /** That rows of one table refer to rows of another. */
    record Reference(String child, String parent, String present, String equal) {
        /** Counts the rows whose parent is not there. */
        String dangling() {
            return "select count(*) from " + PostgresDialect.SCHEMA + "." + child + " c where " + present
                    + " and not exists (select 1 from " + PostgresDialect.SCHEMA + "." + parent + " p where " + equal
                    + ")";
        }
    }

    List<Reference> references() throws SQLException {
        return rows.list(row -> new Reference(row.text(), row.text(), row.text(), row.text()), REFERENCES);
    }

    /** The tables that hold data, each after those that it refers to. */
    List<String> parentsFirst() throws SQLException {
        List<String> waiting = new ArrayList<>(rows.list(Row::text, TABLES));
        waiting.removeAll(Upkeep.NOT_COPIED);
        List<Reference> references = references();
        Set<String> placed = new LinkedHashSet<>();
        while (!waiting.isEmpty()) {
            List<String> free = waiting.stream()
                    .filter(table -> references.stream()
                            .filter(reference -> reference.child().equals(table)
                                    && !reference.parent().equals(table))
                            .allMatch(reference -> placed.contains(reference.parent())))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("tables that refer to one another in a circle: " + waiting);
            }
            placed.addAll(free);
            waiting.removeAll(free);
        }
        return List.copyOf(placed);
    }
}

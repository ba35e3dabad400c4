package org.clientportal.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.clientportal.model.document.ContentKey;
import org.clientportal.storage.StorageException.StorageUnavailable;

/** Looks a database over while others use it; writes nothing. */
public final class Inspection {
    private static final int PAGE = 500;
    private static final String CONTENTS = "select " + NamedContent.COLUMNS + " from {document}";
    private static final String ORDER = " order by practice_id, id limit " + PAGE;

    /** Records of the audit that lack what belongs to them: the words, and what finds them. */
    private static final List<List<String>> AUDIT = List.of(
            List.of(
                    "is gone, only its seal is left",
                    "select practice_id, record_id from {audit_seal} s where not exists (select 1 from {audit} a"
                            + " where a.practice_id = s.practice_id and a.id = s.record_id)"),
            List.of(
                    "is gone before it was sealed",
                    "select practice_id, record_id from {audit_unsealed} w where not exists (select 1 from {audit} a"
                            + " where a.practice_id = w.practice_id and a.id = w.record_id)"),
            List.of(
                    "has no seal and waits for none",
                    "select practice_id, id from {audit} a where not exists (select 1 from {audit_seal} s"
                            + " where s.practice_id = a.practice_id and s.record_id = a.id)"
                            + " and not exists (select 1 from {audit_unsealed} w"
                            + " where w.practice_id = a.practice_id and w.at = a.at and w.record_id = a.id)"));

    private final Database database;

    Inspection(Database database) {
        this.database = database;
    }

    /**
     * Tells all that is wrong with the rows themselves: what the engine finds, references to rows that are not there, and
     * audit records that lack their seal or were taken from under it.
     */
    public void rows(Consumer<String> wrong) {
        with(rows -> {
            database.upkeep().inspect(rows.connection(), wrong);
            for (List<String> check : AUDIT) {
                rows.each(row -> "audit record " + second(row) + " " + check.get(0), wrong, check.get(1));
            }
        });
    }

    /** How many documents there are. */
    public long countContents() {
        long[] count = new long[1];
        with(rows -> rows.each(Row::number, n -> count[0] = n, "select count(*) from {document}"));
        return count[0];
    }

    /** Goes over the bytes of all documents, by many short reads, so that it may take as long as it takes. */
    public void contents(Consumer<NamedContent> each) {
        with(rows -> {
            List<NamedContent> page = rows.list(NamedContent::read, CONTENTS + ORDER);
            while (!page.isEmpty()) {
                page.forEach(each);
                NamedContent last = page.get(page.size() - 1);
                page = rows.list(
                        NamedContent::read,
                        CONTENTS + " where (practice_id, id) > (?, ?)" + ORDER,
                        last.practice(),
                        last.document());
            }
        });
    }

    /** Whether a document names these bytes still. */
    public boolean isNamed(NamedContent content) {
        boolean[] named = new boolean[1];
        with(rows -> rows.each(
                row -> true,
                found -> named[0] = found,
                "select 1 from {document} where practice_id = ? and id = ? and content = ?",
                content.practice(),
                content.document(),
                content.key().value()));
        return named[0];
    }

    /** All keys under which there may be bytes, of documents and of uploads on their way, in the order of their text. */
    public void keys(Consumer<ContentKey> each) {
        with(rows -> {
            rows.connection().setAutoCommit(false);
            String text = database.dialect().byBytes("content");
            rows.each(
                    row -> new ContentKey(row.text()),
                    each,
                    "select content from (select content from {document} union all select content from {pending_content})"
                            + " k order by " + text);
            rows.connection().rollback();
        });
    }

    private static String second(Row row) throws SQLException {
        String practice = row.text();
        return row.text() + " of practice " + practice;
    }

    private interface Look {
        void at(RowStream rows) throws SQLException;
    }

    private void with(Look look) {
        try (Connection connection = database.connections().getConnection()) {
            RowStream rows = new RowStream(connection, database.dialect());
            if (database.schema().isPresent()) {
                // Fails where a policy would hide rows, and so whatever is wrong with them.
                rows.change("set row_security = off");
            }
            look.at(rows);
        } catch (SQLException e) {
            throw new StorageUnavailable("cannot read " + database + ": " + e.getMessage(), e);
        }
    }
}

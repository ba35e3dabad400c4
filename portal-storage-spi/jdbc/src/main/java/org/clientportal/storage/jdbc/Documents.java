package org.clientportal.storage.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.access.Visibility;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.document.ContentKey;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.FileName;
import org.clientportal.model.document.FolderId;
import org.clientportal.model.document.LegalHold;
import org.clientportal.model.document.ListedDocument;
import org.clientportal.model.document.Sha256;
import org.clientportal.model.document.Trash;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.DocumentQuery;
import org.clientportal.storage.DocumentStore;
import org.clientportal.storage.Page;
import org.clientportal.storage.StorageException.RecordMissing;

/** Keeps documents and who downloaded them; {@link DocumentLists} lists them. */
final class Documents extends Records<DocumentId, Document> implements DocumentStore {
    static final Table<Document> TABLE = new Table<>(
            "document",
            List.of("id"),
            "id, client_id, folder_id, folder_kind, name, media_type, size, sha256, content, visible, uploaded_by_kind,"
                    + " uploaded_by_key, uploaded_at, year, new_until, trashed_at, trashed_by_kind, trashed_by_key,"
                    + " hold_reason, hold_by, hold_since, external_id, version",
            List.of("sort_key"),
            Documents::read,
            Documents::values);

    private final DocumentLists lists;

    Documents(Unit unit, PracticeId practice) {
        super(unit, practice, TABLE);
        this.lists = new DocumentLists(unit, practice);
    }

    @Override
    List<?> keyOf(DocumentId id) {
        return List.of(id);
    }

    @Override
    DocumentId idOf(Document record) {
        return record.id();
    }

    @Override
    public Optional<Document> findByExternalId(String externalId) {
        return unit.first(
                table.reader(), table.select() + " where practice_id = ? and external_id = ?", practice, externalId);
    }

    @Override
    public Page<ListedDocument> list(DocumentQuery query) {
        return lists.list(query);
    }

    @Override
    public Map<ClientId, Integer> countNew(Map<ClientId, Visibility> within, ContactId viewer, Instant now) {
        return lists.countNew(within, viewer, now);
    }

    @Override
    public SortedSet<Integer> years(Map<ClientId, Visibility> within) {
        return lists.years(within);
    }

    @Override
    public boolean isDownloaded(DocumentId document, ContactId by) {
        String sql = "select 1 from {download} where practice_id = ? and document_id = ? and contact_id = ?";
        return unit.exists(sql, practice, document, by);
    }

    @Override
    public void markDownloaded(DocumentId document, ContactId by, Instant now) {
        String sql = "insert into {download} (practice_id, document_id, contact_id, at) values (?, ?, ?, ?)"
                + " on conflict do nothing";
        unit.change(sql, practice, document, by, now);
    }

    @Override
    public void delete(DocumentId id) {
        unit.change("delete from {download} where practice_id = ? and document_id = ?", practice, id);
        if (unit.change("delete from {document} where practice_id = ? and id = ?", practice, id) == 0) {
            throw unit.fail(new RecordMissing(id));
        }
    }

    static Document read(Row row) throws SQLException {
        return new Document(
                new DocumentId(row.uuid()),
                new ClientId(row.uuid()),
                new FolderId(row.uuid()),
                row.constant(FolderKind.class),
                new FileName(row.text()),
                row.text(),
                row.number(),
                new Sha256(row.text()),
                new ContentKey(row.text()),
                row.truth(),
                row.principal(),
                row.instant(),
                row.integer(),
                row.optionalInstant(),
                trash(row),
                row.optionalHold(),
                row.optionalText(),
                row.number());
    }

    private static Optional<Trash> trash(Row row) throws SQLException {
        Optional<Instant> at = row.optionalInstant();
        return at.isEmpty() ? row.skip(2) : Optional.of(new Trash(at.get(), row.principal()));
    }

    private static List<?> values(Document document) {
        return List.of(
                document.id(),
                document.client(),
                document.folder(),
                document.folderKind(),
                document.name().value(),
                document.mediaType(),
                document.size(),
                document.sha256().hex(),
                document.content().value(),
                document.visible(),
                document.uploadedBy().kind(),
                document.uploadedBy().key(),
                document.uploadedAt(),
                document.year(),
                document.newUntil(),
                document.trash().map(Trash::at),
                document.trash().map(trash -> trash.by().kind()),
                document.trash().map(trash -> trash.by().key()),
                document.hold().map(LegalHold::reason),
                document.hold().map(LegalHold::by),
                document.hold().map(LegalHold::since),
                document.externalId(),
                document.sortKey());
    }
}

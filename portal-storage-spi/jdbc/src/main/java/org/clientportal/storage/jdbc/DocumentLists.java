package org.clientportal.storage.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.clientportal.model.access.Visibility;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.document.ListedDocument;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.DocumentQuery;
import org.clientportal.storage.Page;
import org.clientportal.storage.jdbc.DocumentVisibility.Range;

/**
 * Lists, counts and years of documents. Each is put together of short scans, one or a few per client, each of one index
 * in its own order and cut at the page's length.
 */
final class DocumentLists {
    private static final Keyset NEWEST = Keyset.newestFirst("documents", "uploaded_at");
    private static final Comparator<ListedDocument> NEWEST_FIRST = Comparator.comparing(
                    (ListedDocument listed) -> listed.document().uploadedAt())
            .thenComparing(listed -> listed.document().id().toString())
            .reversed();

    private static final String DOWNLOADED = "exists (select 1 from {download} x"
            + " where x.practice_id = d.practice_id and x.document_id = d.id and x.contact_id = ?)";

    /** From year to year by the index, without reading what lies between. */
    private static final String YEARS = "select year from (with recursive found (year) as ("
            + "select min(year) from {document} d where %1$s"
            + " union all select (select min(d.year) from {document} d where %1$s and d.year > found.year)"
            + " from found where found.year is not null) select year from found where year is not null) y";

    private static final String AUTHORS_YEARS = "select distinct coalesce(d.year, d.year) from {document} d where %s";

    private final Unit unit;
    private final PracticeId practice;

    DocumentLists(Unit unit, PracticeId practice) {
        this.unit = unit;
        this.practice = practice;
    }

    Page<ListedDocument> list(DocumentQuery query) {
        int limit = query.page().limit();
        List<Filter> scans = new ArrayList<>();
        query.within()
                .forEach((client, visibility) -> matching(client, visibility, query)
                        .forEach(found -> scans.add(NEWEST.after(found, query.page()))));
        List<ListedDocument> rows = scans.size() == 1 ? one(scans.get(0), query) : merged(scans, query);
        return Page.of(
                rows.subList(0, Math.min(rows.size(), limit + 1)),
                limit,
                listed -> NEWEST.cursor(
                        listed.document().uploadedAt(), listed.document().id().value()));
    }

    private List<ListedDocument> one(Filter scan, DocumentQuery query) {
        Filter select = select(
                        query,
                        "{document} d where " + scan.sql()
                                + NEWEST.first(query.page().limit() + 1))
                .with(scan.arguments().toArray());
        return unit.list(DocumentLists::listed, select.sql(), select.arguments().toArray());
    }

    /** Merges the keys of the scans, which an index alone tells, and reads only the documents of the page. */
    private List<ListedDocument> merged(List<Filter> scans, DocumentQuery query) {
        String first = NEWEST.first(query.page().limit() + 1);
        Union union = new Union(
                select(query, "(select * from"),
                Filter.of("u" + first + ") k join {document} d on d.practice_id = k.practice_id"
                        + " and d.id = k.id order by k.uploaded_at desc, k.id desc"));
        for (Filter scan : scans) {
            union.add(Filter.of(
                    "select * from (select practice_id, uploaded_at, id from {document} d where " + scan.sql() + first
                            + ") s",
                    scan.arguments().toArray()));
        }
        List<ListedDocument> rows = union.list(unit, DocumentLists::listed);
        rows.sort(NEWEST_FIRST);
        return rows;
    }

    private static Filter select(DocumentQuery query, String from) {
        String downloaded = query.viewer().isPresent() ? DOWNLOADED : "1 = 0";
        return Filter.of("select " + Documents.TABLE.columns("d") + ", " + downloaded + " from " + from)
                .with(query.viewer());
    }

    private static ListedDocument listed(Row row) throws SQLException {
        return new ListedDocument(Documents.read(row), row.truth());
    }

    private List<Filter> matching(ClientId client, Visibility visibility, DocumentQuery query) {
        DocumentVisibility admitted = new DocumentVisibility(visibility, query.trash());
        if (query.newAt().isPresent()) {
            // What is New has an index of its own, which holds little.
            Filter isNew = isNew(query.viewer().orElseThrow(), query.newAt().get());
            return admitted.condition().stream()
                    .map(condition ->
                            matching(client, new Range(condition, false), query).and(isNew))
                    .toList();
        }
        boolean byKind = query.folder().isPresent() || (query.year().isPresent() && visibility.releasedOnly());
        return admitted.ranges(byKind).stream()
                .map(range -> matching(client, range, query))
                .toList();
    }

    private Filter matching(ClientId client, Range range, DocumentQuery query) {
        Filter filter = of(client, query.trash())
                .and(range.admitted())
                .and(besides("d.folder_id", range) + " = ?", query.folder())
                .and(besides("d.year", range) + " = ?", query.year())
                .and(unit.dialect().contains("d.sort_key"), query.search());
        return query.firm() ? filter.and("d.uploaded_by_kind <> 'CONTACT'") : filter;
    }

    /** Hides a column from the planner where its index must not be chosen: an author's few documents are read faster. */
    private static String besides(String column, Range range) {
        return range.byAuthor() ? "coalesce(" + column + ", " + column + ")" : column;
    }

    Map<ClientId, Integer> countNew(Map<ClientId, Visibility> within, ContactId viewer, Instant now) {
        Union union = new Union();
        within.forEach((client, visibility) -> new DocumentVisibility(visibility, false)
                .condition()
                .map(condition -> of(client, false).and(condition).and(isNew(viewer, now)))
                .ifPresent(scan -> union.add(Filter.of(
                        "select client_id, count(*) from {document} d where " + scan.sql() + " group by client_id",
                        scan.arguments().toArray()))));
        Map<ClientId, Integer> counts = new HashMap<>();
        union.list(unit, row -> counts.put(new ClientId(row.uuid()), row.integer()));
        return counts;
    }

    SortedSet<Integer> years(Map<ClientId, Visibility> within) {
        Union union = new Union();
        within.forEach((client, visibility) -> {
            for (Range range : new DocumentVisibility(visibility, false).ranges(visibility.releasedOnly())) {
                Filter scan = of(client, false).and(range.admitted());
                Object[] arguments = scan.arguments().toArray();
                union.add(
                        range.byAuthor()
                                ? Filter.of(AUTHORS_YEARS.formatted(scan.sql()), arguments)
                                : Filter.of(YEARS.formatted(scan.sql()), arguments)
                                        .with(arguments));
            }
        });
        return new TreeSet<>(union.list(unit, Row::integer));
    }

    private Filter of(ClientId client, boolean trash) {
        return Filter.of(
                "d.practice_id = ? and d.client_id = ? and d.trashed_at is " + (trash ? "not null" : "null"),
                practice,
                client);
    }

    private static Filter isNew(ContactId viewer, Instant now) {
        return Filter.of("d.new_until >= ?", now).and("not " + DOWNLOADED, viewer);
    }
}

package org.clientportal.storage.jdbc;

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

    private final Unit unit;
    private final PracticeId practice;

    DocumentLists(Unit unit, PracticeId practice) {
        this.unit = unit;
        this.practice = practice;
    }

    Page<ListedDocument> list(DocumentQuery query) {
        int limit = query.page().limit();
        String downloaded = query.viewer().isPresent() ? DOWNLOADED : "1 = 0";
        Union union = new Union(
                Filter.of("select " + Documents.TABLE.columns("d") + ", " + downloaded + " from")
                        .with(query.viewer()),
                Filter.of("d" + NEWEST.order() + " limit ?", limit + 1));
        query.within().forEach((client, visibility) -> {
            for (Filter range : ranges(visibility, query)) {
                Filter scan = NEWEST.after(matching(client, range, query), query.page());
                union.add(Filter.of(
                                "select * from (select * from {document} d where " + scan.sql() + NEWEST.order()
                                        + " limit ?) s",
                                scan.arguments().toArray())
                        .with(limit + 1));
            }
        });
        List<ListedDocument> rows = union.list(unit, row -> new ListedDocument(Documents.read(row), row.truth()));
        rows.sort(NEWEST_FIRST);
        return Page.of(
                rows.subList(0, Math.min(rows.size(), limit + 1)),
                limit,
                listed -> NEWEST.cursor(
                        listed.document().uploadedAt(), listed.document().id().value()));
    }

    private static List<Filter> ranges(Visibility visibility, DocumentQuery query) {
        DocumentVisibility admitted = new DocumentVisibility(visibility, query.trash());
        // Folder, year and New have indexes of their own, beside which visibility only filters.
        boolean narrowed = query.folder().isPresent()
                || query.year().isPresent()
                || query.newAt().isPresent();
        return narrowed ? admitted.condition().stream().toList() : admitted.ranges();
    }

    private Filter matching(ClientId client, Filter range, DocumentQuery query) {
        Filter filter = of(client, query.trash())
                .and(range)
                .and("d.folder_id = ?", query.folder())
                .and("d.year = ?", query.year())
                .and(unit.dialect().contains("d.sort_key"), query.search());
        if (query.firm()) {
            filter.and("d.uploaded_by_kind <> 'CONTACT'");
        }
        query.newAt().ifPresent(now -> filter.and(isNew(query.viewer().orElseThrow(), now)));
        return filter;
    }

    Map<ClientId, Integer> countNew(Map<ClientId, Visibility> within, ContactId viewer, Instant now) {
        Union union = new Union();
        conditions(within).forEach(condition -> {
            Filter scan = condition.and(isNew(viewer, now));
            union.add(Filter.of(
                    "select client_id, count(*) from {document} d where " + scan.sql() + " group by client_id",
                    scan.arguments().toArray()));
        });
        Map<ClientId, Integer> counts = new HashMap<>();
        union.list(unit, row -> counts.put(new ClientId(row.uuid()), row.integer()));
        return counts;
    }

    SortedSet<Integer> years(Map<ClientId, Visibility> within) {
        Union union = new Union();
        conditions(within)
                .forEach(condition -> union.add(Filter.of(
                                YEARS.formatted(condition.sql()),
                                condition.arguments().toArray())
                        .with(condition.arguments().toArray())));
        return new TreeSet<>(union.list(unit, Row::integer));
    }

    /** What is admitted of each client, but for those of which nothing is. */
    private List<Filter> conditions(Map<ClientId, Visibility> within) {
        List<Filter> conditions = new ArrayList<>();
        within.forEach((client, visibility) -> new DocumentVisibility(visibility, false)
                .condition()
                .ifPresent(condition -> conditions.add(of(client, false).and(condition))));
        return conditions;
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

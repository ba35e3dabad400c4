package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.model.InvalidValue;
import org.clientportal.storage.Cursor;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.ReadView;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What all lists promise alike: STO-24 to STO-26. */
public abstract class ListSuite<T> extends StorageSuite {
    ListSuite() {}

    abstract Page<T> page(ReadView view, PageRequest page);

    /** Stores at least ten rows, some of which differ by their ids alone, and gives them in the order of the list. */
    abstract List<T> fill();

    /** Adds a row that comes before all others. */
    abstract void come();

    /** Takes a row out of the list, if this is a list that rows leave. */
    void go(T shown) {}

    /** Whether the list is ordered by instants, not by names. */
    abstract boolean isByTime();

    final List<T> all(ReadView view) {
        return page(view, PageRequest.first(PageRequest.MAX)).items();
    }

    @Test
    @DisplayName("STO-25 the order is total: by name or newest first, then by id")
    void theOrderIsTotal() {
        List<T> rows = fill();

        see(view -> assertThat(all(view)).containsExactlyElementsOf(rows));
    }

    @Test
    @DisplayName("STO-24 pages of any size follow one another without a gap or a repetition")
    void pagesFollowOneAnother() {
        List<T> rows = fill();

        for (int limit : new int[] {1, 2, 3, 7, rows.size() - 1, rows.size(), rows.size() + 1}) {
            List<Page<T>> pages = walk(limit);
            assertThat(pages.stream().flatMap(page -> page.items().stream()))
                    .as("pages of %d", limit)
                    .containsExactlyElementsOf(rows);
            assertThat(pages).hasSize((rows.size() + limit - 1) / limit);
        }
    }

    /** All pages, each in a unit of its own; the cursor travels as it does in an address. */
    private List<Page<T>> walk(int limit) {
        List<Page<T>> pages = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            PageRequest request = new PageRequest(limit, after);
            Page<T> page = storage.read(scope, view -> page(view, request));
            pages.add(page);
            after = page.next().map(Cursor::encoded).map(Cursor::decode);
        } while (after.isPresent());
        return pages;
    }

    @Test
    @DisplayName("STO-24 the last page has no next, also when it is full or empty")
    void theLastPageHasNoNext() {
        see(view -> assertThat(page(view, PageRequest.first(1))).isEqualTo(new Page<>(List.of(), Optional.empty())));
        List<T> rows = fill();

        see(view -> {
            assertThat(page(view, PageRequest.first(rows.size())).next()).isEmpty();
            assertThat(page(view, PageRequest.first(rows.size() - 1)).next()).isPresent();
        });
    }

    @Test
    @DisplayName("STO-24 rows that come and go before the cursor change nothing after it")
    void rowsBeforeTheCursorDoNotMatter() {
        List<T> rows = fill();
        Page<T> first = storage.read(scope, view -> page(view, PageRequest.first(5)));

        come();
        assertNext(first, rows.subList(5, rows.size()));
        go(first.items().get(1));
        go(first.items().get(4));
        assertNext(first, rows.subList(5, rows.size()));
    }

    private void assertNext(Page<T> page, List<T> expected) {
        see(view -> assertThat(page(view, new PageRequest(PageRequest.MAX, page.next()))
                        .items())
                .containsExactlyElementsOf(expected));
    }

    @Test
    @DisplayName("STO-26 a cursor that the list cannot have made is malformed")
    void aForeignCursorIsMalformed() {
        List<Cursor> foreign = new ArrayList<>();
        foreign.add(new Cursor("joe's diner", "not an id"));
        foreign.add(new Cursor("2026-03-02T09:30:00Z", "1"));
        if (isByTime()) {
            foreign.add(new Cursor("joe's diner", UUID.randomUUID().toString()));
            foreign.add(new Cursor("", UUID.randomUUID().toString()));
        }

        for (Cursor cursor : foreign) {
            assertThatThrownBy(() -> see(view -> page(view, new PageRequest(5, Optional.of(cursor)))))
                    .isInstanceOfSatisfying(
                            InvalidValue.class, e -> assertThat(e.code()).isEqualTo("malformed_cursor"));
        }
    }

    @Test
    @DisplayName("STO-10 another practice's rows are not listed")
    void otherPracticesAreOutOfReach() {
        fill();

        see(storedPractice().scope(), view -> assertThat(all(view)).isEmpty());
    }
}

package org.clientportal.host.web.client;

import java.util.Optional;
import org.clientportal.core.document.DocumentFilter;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.web.page.Address;
import org.clientportal.host.web.page.Asked;
import org.clientportal.model.document.FolderId;
import org.clientportal.storage.PageRequest;

/** What the file list's address asks for (DO-2): all of it is in the address, so that it can be kept and gone back to. */
record FilesQuery(
        Businesses businesses,
        Optional<FolderId> folder,
        Optional<Integer> year,
        boolean newOnly,
        Optional<String> search,
        PageRequest page) {
    static final String FOLDER = "folder";
    static final String YEAR = "year";
    static final String NEW = "new";
    static final String SEARCH = "q";
    static final String CURSOR = "cursor";

    private static final int ROWS = 30;

    static FilesQuery of(Exchange exchange, Businesses businesses) {
        return new FilesQuery(
                businesses,
                Asked.query(exchange, FOLDER, FolderId::of),
                exchange.query().number(YEAR),
                exchange.query().flag(NEW),
                exchange.query().text(SEARCH).map(String::strip).filter(text -> !text.isEmpty()),
                exchange.query().page(ROWS));
    }

    DocumentFilter filter() {
        return new DocumentFilter(businesses.filter(), folder, year, search, newOnly, false, page);
    }

    /** The first page of this list. */
    Address address() {
        return businesses
                .address(FilesPage.PATH)
                .with(FOLDER, folder)
                .with(YEAR, year)
                .with(NEW, newOnly)
                .with(SEARCH, search);
    }

    /** Whether anything but the business narrows the list. */
    boolean narrowed() {
        return folder.isPresent() || year.isPresent() || newOnly || search.isPresent();
    }
}

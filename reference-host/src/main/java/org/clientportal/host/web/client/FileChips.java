package org.clientportal.host.web.client;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.clientportal.host.web.view.Choice;
import org.clientportal.host.web.view.Tab;
import org.clientportal.host.web.view.Texts;
import org.clientportal.model.client.Client;
import org.clientportal.model.document.Folder;

/** The filters of the file list as links, and the folders as choices. */
final class FileChips {
    private FileChips() {}

    /** The folders of the business shown; where several are shown, the businesses. */
    static List<Tab> places(FilesQuery query, List<Folder> folders, Texts t) {
        return query.businesses().several() ? businesses(query, t) : folders(query, folders, t);
    }

    /** The years, the newest first; none where there is nothing to choose. */
    static List<Tab> years(FilesQuery query, SortedSet<Integer> years, Texts t) {
        if (years.size() < 2 && query.year().isEmpty()) {
            return List.of();
        }
        List<Tab> chips = new ArrayList<>();
        chips.add(chip(
                t.get("files.year.all"),
                query.address().without(FilesQuery.YEAR),
                query.year().isEmpty()));
        for (Integer year : years.stream().sorted(Comparator.reverseOrder()).toList()) {
            boolean current = query.year().filter(year::equals).isPresent();
            chips.add(chip(year.toString(), query.address().with(FilesQuery.YEAR, year), current));
        }
        return chips;
    }

    /** What a search form sends along besides what is typed and ticked in it. */
    static Map<String, String> kept(FilesQuery query) {
        Map<String, String> kept = new TreeMap<>();
        query.businesses().chosenId().ifPresent(id -> kept.put(Businesses.PARAMETER, id.toString()));
        query.folder().ifPresent(id -> kept.put(FilesQuery.FOLDER, id.toString()));
        query.year().ifPresent(year -> kept.put(FilesQuery.YEAR, year.toString()));
        return kept;
    }

    /** The folders that files can be added to, each with its business where several are shown. */
    static List<Choice> choices(Businesses businesses, List<Folder> folders) {
        return folders.stream()
                .map(folder -> new Choice(
                        folder.id().toString(),
                        businesses.several()
                                ? businesses.name(folder.client()) + " · " + folder.name()
                                : folder.name()))
                .toList();
    }

    private static List<Tab> businesses(FilesQuery query, Texts t) {
        List<Tab> chips = new ArrayList<>();
        chips.add(chip(t.get("business.all"), query.address(), true));
        for (Client client : query.businesses().all()) {
            chips.add(chip(client.name(), query.address().with(Businesses.PARAMETER, client.id()), false));
        }
        return chips;
    }

    private static List<Tab> folders(FilesQuery query, List<Folder> folders, Texts t) {
        List<Tab> chips = new ArrayList<>();
        chips.add(chip(
                t.get("files.folder.all"),
                query.address().without(FilesQuery.FOLDER),
                query.folder().isEmpty()));
        for (Folder folder : folders) {
            boolean current = query.folder().filter(folder.id()::equals).isPresent();
            chips.add(chip(folder.name(), query.address().with(FilesQuery.FOLDER, folder.id()), current));
        }
        return chips;
    }

    private static Tab chip(String label, Object address, boolean current) {
        return Tab.of(label, address.toString(), current);
    }
}

package org.clientportal.host.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clientportal.host.web.view.Switcher.Business;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ViewTest {
    @ParameterizedTest
    @EnumSource
    void everyIconHasAShape(Icon icon) {
        assertThat(icon.shape()).startsWith("<").endsWith("/>");
    }

    @ParameterizedTest
    @CsvSource({
        "Joe Delgado, JD",
        "ana maría ortiz, AO",
        "Cher, C",
        "'Hartley & Moore', HM",
        "'  (x)  ', X",
        "'***', ?",
        "𝒜da 𝓁ovelace, 𝒜𝓁"
    })
    void initialsAreThoseOfTheFirstAndTheLastWord(String name, String initials) {
        assertThat(Avatar.of(name).initials()).isEqualTo(initials);
    }

    @ParameterizedTest
    @CsvSource({
        "application/pdf, PDF",
        "image/webp, PICTURE",
        "text/csv, TABLE",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, TABLE",
        "application/zip, ARCHIVE",
        "text/plain, TEXT",
        "application/octet-stream, OTHER"
    })
    void aFilesKindFollowsFromItsMediaType(String mediaType, FileKind kind) {
        assertThat(FileKind.of(mediaType)).isEqualTo(kind);
    }

    @Test
    void aPhonesBarShowsFiveEntriesOrFourBesideMore() {
        assertThat(shell(5).bar()).hasSize(5);
        assertThat(shell(5).more()).isEmpty();
        assertThat(shell(6).bar()).hasSize(4);
        assertThat(shell(6).more()).hasSize(2);
    }

    @Test
    void theSwitcherCountsWhatWaitsElsewhere() {
        Switcher switcher = new Switcher(
                "A",
                List.of(
                        new Business("A", "Company", "/a", true, 3),
                        new Business("B", "Trust", "/b", false, 2),
                        new Business("C", "Trust", "/c", false, 1)));

        assertThat(switcher.waitingElsewhere()).isEqualTo(3);
    }

    private static Shell shell(int entries) {
        Times times = new Times(Texts.in(Locale.US), ZoneOffset.UTC, Instant.EPOCH);
        PageFrame frame = new PageFrame(
                new PracticeBrand("P", Optional.empty()),
                new Assets("", "", "", "", "", ""),
                times,
                "",
                Optional.empty());
        List<NavItem> nav = IntStream.range(0, entries)
                .mapToObj(n -> NavItem.of(Icon.HOME, "N" + n, "/" + n))
                .toList();
        return new Shell(frame, nav, new Person("J", "", List.of(), "/out"), Optional.empty(), Optional.empty());
    }
}

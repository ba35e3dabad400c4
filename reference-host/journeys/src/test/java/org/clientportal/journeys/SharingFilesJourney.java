package org.clientportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The portal's main job, from a practice without clients to a file that outlives who sent it. */
class SharingFilesJourney {
    private static final String OLIVIA = "olivia@harborfinch.example";
    private static final String DANA = "dana@reyesflowers.example";
    private static final Paper REPORT = Paper.of("Quarterly report.png");
    private static final Paper DRAFT = Paper.of("Draft for review.png");
    private static final Paper TAX_RETURN = Paper.of("Tax return.png");
    private static final Paper BLURRED = Paper.of("Blurred receipt.png");
    private static final Paper RECEIPT = Paper.of("Receipt.png");

    @TempDir
    Path data;

    @Test
    @Tag("rule:CC-15")
    @Tag("rule:IN-3")
    @Tag("rule:PM-8")
    @Tag("rule:DO-2")
    @Tag("rule:DO-3")
    @Tag("rule:DO-4")
    @Tag("rule:DE-1")
    @Tag("rule:DE-3")
    void a_practice_shares_files_with_its_clients_people() {
        walk(Screen.DESKTOP);
    }

    static Stream<Screen> otherScreens() {
        return Stream.of(Screen.PHONE, Screen.PHONE.withoutScripts(), Screen.DESKTOP.withoutScripts());
    }

    @ParameterizedTest(name = "a practice shares files with its clients people at {0}")
    @MethodSource("otherScreens")
    @Tag("full")
    void a_practice_shares_files_with_its_clients_people_on_any_screen(Screen screen) {
        walk(screen);
    }

    private void walk(Screen screen) {
        Album album = new Album("sharing-files", screen);
        try (LiveHost host = LiveHost.withAdmin(data, "Olivia Finch", OLIVIA).serve();
                Chromium chromium = new Chromium();
                Visitor practice = new Visitor(chromium.browser(), host.origin(), screen, album);
                Visitor home = new Visitor(chromium.browser(), host.origin(), screen, album)) {
            Bookkeeper olivia = new Bookkeeper(practice);
            Customer dana = new Customer(home);

            prepares(olivia);
            dana.acceptsInvitation(DANA);
            readsWhatIsHers(dana);
            sendsWhatIsAskedFor(dana);
            seesAll(olivia);
            obeysAtTheNextClick(olivia, dana);
            isGoneAndHerFileRemains(olivia, dana);
        }
    }

    private static void prepares(Bookkeeper olivia) {
        olivia.signsIn(OLIVIA);
        olivia.createsClient("Reyes Flowers LLC");
        olivia.addsContact("Dana Reyes", DANA);
        olivia.sets("Files", "Dana Reyes", true);
        olivia.opensDocuments();
        olivia.visitor().looks("no-documents");
        olivia.adds(REPORT, "General", true);
        olivia.adds(DRAFT, "General", false);
        olivia.adds(TAX_RETURN, "Tax return", true);
        olivia.visitor().looks("documents");
        olivia.invites("Dana Reyes");
    }

    private static void readsWhatIsHers(Customer dana) {
        dana.findsOnly(REPORT);
        dana.visitor().looks("files");
        dana.findsNew(REPORT, true);
        dana.previews(REPORT);
        dana.findsNew(REPORT, true);
        dana.downloads(REPORT);
        dana.findsNew(REPORT, false);
        dana.visitor().looks("not-new-any-more");
    }

    private static void sendsWhatIsAskedFor(Customer dana) {
        dana.uploads(BLURRED);
        dana.visitor().looks("uploaded");
        dana.previews(BLURRED);
        dana.deletes(BLURRED);
        dana.uploads(RECEIPT);
        dana.findsOnly(REPORT, RECEIPT);
    }

    private static void seesAll(Bookkeeper olivia) {
        olivia.seesAuthor(REPORT, "Olivia Finch");
        olivia.seesAuthor(RECEIPT, "Dana Reyes");
        olivia.visitor().looks("documents-with-hers");
        olivia.findsInTrash(BLURRED);
        olivia.opens(RECEIPT);
    }

    private static void obeysAtTheNextClick(Bookkeeper olivia, Customer dana) {
        dana.findsOnly(REPORT, RECEIPT);
        olivia.sets("Files", "Dana Reyes", false);
        olivia.sets("Tax", "Dana Reyes", true);

        dana.clicks(REPORT);
        dana.visitor().seesHeading("There is nothing here");
        dana.visitor().looks("no-longer-hers");
        assertThat(dana.visitor().reloads()).isEqualTo(404);
        dana.findsOnly(TAX_RETURN, RECEIPT);
        dana.visitor().looks("files-by-other-rights");
    }

    private static void isGoneAndHerFileRemains(Bookkeeper olivia, Customer dana) {
        olivia.deletesContact("Dana Reyes");

        dana.clicks(TAX_RETURN);
        dana.visitor().seesHeading("Sign in");
        assertThat(dana.visitor().path()).startsWith("/sign-in");
        dana.visitor().looks("signed-out");

        olivia.seesAuthor(RECEIPT, "Unknown");
        olivia.visitor().looks("from-unknown");
    }
}

package org.clientportal.model.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.clientportal.model.InvalidValue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("rule:DO-7")
@Tag("promise:P19")
class FileNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "report.pdf | report.pdf",
                "../../etc/passwd | passwd",
                "..\\..\\boot.ini | boot.ini",
                "C:\\Users\\jane\\tax 2025.pdf | tax 2025.pdf",
                "/var/tmp/x.txt | x.txt",
                "...hidden | hidden",
                "name. . . | name",
                "a<b>c:d\"ef?g*h.txt | abcdefgh.txt",
                "CON | _CON",
                "nul.txt | _nul.txt",
                "com1.tar.gz | _com1.tar.gz",
                ".con | _con",
                "console.txt | console.txt",
                "=cmd.csv | =cmd.csv"
            })
    void isTheLastPartWithoutWhatIsUnsafe(String sent, String kept) {
        assertThat(new FileName(sent)).hasToString(kept);
    }

    @Test
    void nulAndOtherControlCharactersAreDropped() {
        assertThat(new FileName("pay\u0000roll\r\n\t.pdf")).hasToString("payroll.pdf");
        assertThat(new FileName("a|b.pdf")).hasToString("ab.pdf");
    }

    @Test
    void writingDirectionCannotBeTurnedToHideTheExtension() {
        assertThat(new FileName("invoice\u202efdp.exe")).hasToString("invoicefdp.exe");
        assertThat(new FileName("\u2066a\u2069.pdf")).hasToString("a.pdf");
    }

    @Test
    void emojiStay() {
        assertThat(new FileName("\ud83d\udcb0 taxes.pdf")).hasToString("\ud83d\udcb0 taxes.pdf");
    }

    @Test
    void halfOfAnEmojiIsDropped() {
        assertThat(new FileName("a\ud83d.pdf")).hasToString("a.pdf");
    }

    @Test
    void isComposed() {
        assertThat(new FileName("re\u0301sume\u0301.pdf")).hasToString("r\u00e9sum\u00e9.pdf");
    }

    @Test
    void threeHundredCharactersAreCutToTwoHundredWithTheExtensionKept() {
        String kept = new FileName("x".repeat(296) + ".pdf").value();
        assertThat(kept).hasSize(200).endsWith("x.pdf");
    }

    @Test
    void isNotCutInTheMiddleOfAnEmoji() {
        String kept = new FileName("x".repeat(199) + "\ud83d\udcb0" + "x".repeat(99)).value();
        assertThat(kept).isEqualTo("x".repeat(199));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "../", "a/", "\u0000", "\u202e", "?", ". ."})
    void aNameOfNothingIsRefused(String sent) {
        assertThat(catchThrowableOfType(InvalidValue.class, () -> new FileName(sent))
                        .field())
                .isEqualTo("name");
    }

    @Test
    void aKeptNameIsReadBackAsItIs() {
        // given: pieces that make trouble where they meet
        List<String> pieces = List.of(
                "a",
                ".",
                " ",
                "con",
                "/",
                "\\",
                "\u202e",
                "e\u200d\u0301",
                "\u0301",
                "\ud83d",
                "\udcb0",
                "\u00a0",
                ".pdf",
                "x".repeat(197),
                "\u2003");
        Random random = new Random(42);

        for (int i = 0; i < 20_000; i++) {
            // when
            String sent = random.ints(random.nextInt(1, 6), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining());
            Optional<String> kept = kept(sent);

            // then
            assertThat(kept.flatMap(FileNameTest::kept)).as("of %s", sent).isEqualTo(kept);
            assertThat(kept.orElse("x"))
                    .hasSizeBetween(1, 200)
                    .doesNotContain("/", "\\")
                    .doesNotEndWith(" ");
        }
    }

    private static Optional<String> kept(String sent) {
        try {
            return Optional.of(new FileName(sent).value());
        } catch (InvalidValue nothingLeft) {
            return Optional.empty();
        }
    }
}

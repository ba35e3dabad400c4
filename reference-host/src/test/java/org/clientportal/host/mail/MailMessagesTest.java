package org.clientportal.host.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.notify.Mail;
import org.clientportal.host.http.Templates;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MailMessagesTest {
    private final MailMessages messages = new MailMessages(new Templates());

    @Test
    @Tag("promise:P3")
    @Tag("rule:SI-4")
    void a_link_that_was_asked_for_leads_to_the_practices_own_address_and_brings_a_code() {
        Mail mail = messages.render(Letters.link("ASKED", "PT10M", Locale.US));
        assertThat(mail.subject()).isEqualTo("Sign in to Harbour & Tax");
        assertThat(mail.text())
                .contains("https://portal.harbour.example/in/TOKEN\n")
                .contains("1234 5678")
                .contains("10 minutes")
                .contains("Hello Ana <b>,");
        assertThat(mail.html())
                .contains("href=\"https://portal.harbour.example/in/TOKEN\"")
                .contains("1234 5678")
                .contains("Log in to Portal")
                .contains("Ana &lt;b&gt;")
                .doesNotContain("<b>", "<script");
        assertThat(mail.html().split("href=", -1)).hasSize(2);
    }

    @Test
    void a_link_that_staff_sent_says_so_and_lasts_a_day() {
        assertThat(messages.render(Letters.link("SENT", "PT24H", Locale.US)).text())
                .contains("Harbour & Tax sends you this link")
                .contains("24 hours");
    }

    @Test
    @Tag("rule:IN-4")
    void an_invitation_carries_the_firms_words_and_its_button() {
        Mail mail = messages.render(Letters.invitation("First line.\r\n\r\nSecond <i>line</i>.", Locale.US));
        assertThat(mail.text())
                .contains("First line.\n\nSecond <i>line</i>.")
                .contains("Create Account:\nhttps://portal.harbour.example/in/TOKEN")
                .contains("30 days");
        assertThat(mail.html()).contains("Second &lt;i&gt;line&lt;/i&gt;.").contains("Create Account");
    }

    @Test
    void a_mail_is_in_its_readers_language() {
        assertThat(messages.render(Letters.link("ASKED", "PT10M", Locale.forLanguageTag("es-MX")))
                        .subject())
                .isEqualTo("Entrar en Harbour & Tax");
    }

    @Test
    void a_kind_that_there_is_not_is_refused() {
        assertThatThrownBy(() -> messages.render(Letters.notice("gossip", Map.of(), Optional.empty(), Locale.US)))
                .hasMessageContaining("gossip");
    }
}

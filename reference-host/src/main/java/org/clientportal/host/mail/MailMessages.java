package org.clientportal.host.mail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.auth.Invitations;
import org.clientportal.auth.Links;
import org.clientportal.core.notify.Mail;
import org.clientportal.core.notify.Messages;
import org.clientportal.core.notify.Notice;
import org.clientportal.core.secret.Credential;
import org.clientportal.host.http.Templates;
import org.clientportal.host.web.brand.Accent;
import org.clientportal.host.web.view.Texts;

/** Words mails from the catalogue of the pages; every link starts with the practice's own origin (P3). Thread-safe. */
public final class MailMessages implements Messages {
    /** The colour of a practice that has chosen none. */
    private static final String OWN_ACCENT = "#3b4fc4";

    private final Templates templates;

    public MailMessages(Templates templates) {
        this.templates = templates;
    }

    /**
     * Words one message.
     *
     * @throws IllegalArgumentException for a kind that there is not
     */
    @Override
    public Mail render(Notice notice) {
        Texts t = Texts.in(notice.to().locale());
        Letter letter = switch (notice.kind()) {
            case Links.MAIL -> link(notice, t);
            case Invitations.MAIL -> invitation(notice, t);
            default -> throw new IllegalArgumentException("no mail of kind " + notice.kind());
        };
        byte[] html = templates.render("mail/letter.jte", Map.of("letter", letter));
        return new Mail(
                notice.id(),
                notice.practice().name(),
                notice.to().name(),
                notice.to().email(),
                t.get("mail." + notice.kind() + ".subject", notice.practice().name()),
                letter.text(),
                new String(html, StandardCharsets.UTF_8));
    }

    private static Letter link(Notice notice, Texts t) {
        boolean asked = "ASKED".equals(notice.values().get("origin"));
        String practice = notice.practice().name();
        Duration lasts = Duration.parse(notice.values().getOrDefault("lasts", "PT10M"));
        return letter(
                notice,
                t,
                t.get("mail.magic_link.title", practice),
                List.of(
                        t.get("mail.hello", notice.to().name()),
                        t.get(asked ? "mail.magic_link.asked" : "mail.magic_link.sent", practice)),
                t.get("mail.magic_link.button"),
                List.of(
                        t.get("mail.once", lasts(lasts, t)),
                        t.get(asked ? "mail.magic_link.notAsked" : "mail.magic_link.unexpected", practice)));
    }

    private static Letter invitation(Notice notice, Texts t) {
        String practice = notice.practice().name();
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(t.get("mail.hello", notice.to().name()));
        Arrays.stream(notice.values().getOrDefault("message", "").split("\\R", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(paragraphs::add);
        notice.client().ifPresent(client -> paragraphs.add(t.get("mail.invitation.client", client.name())));
        return letter(
                notice,
                t,
                t.get("mail.invitation.title", practice),
                paragraphs,
                t.get("mail.invitation.button"),
                List.of(t.get("mail.invitation.lasts"), t.get("mail.invitation.unexpected", practice)));
    }

    private static Letter letter(
            Notice notice, Texts t, String title, List<String> paragraphs, String button, List<String> small) {
        Credential credential = notice.credential()
                .orElseThrow(() -> new IllegalArgumentException("a mail of this kind carries a link"));
        return new Letter(
                notice.practice().name(),
                t.locale().toLanguageTag(),
                title,
                paragraphs,
                button,
                notice.practice().origin().resolve("/in/" + credential.token()),
                credential.code().map(code -> new Letter.Code(t.get("mail.code"), code)),
                small,
                accent(notice.practice().accent()));
    }

    // Mail programs turn colours around by themselves where it is dark.
    private static Accent.Tokens accent(Optional<String> chosen) {
        return Accent.of(chosen.orElse(OWN_ACCENT)).light();
    }

    private static String lasts(Duration time, Texts t) {
        return time.toMinutes() < 120 ? t.get("mail.minutes", time.toMinutes()) : t.get("mail.hours", time.toHours());
    }
}

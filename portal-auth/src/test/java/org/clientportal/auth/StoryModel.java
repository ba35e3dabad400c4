package org.clientportal.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the rules say of a story, in its own words: no line of it is the portal's. */
final class StoryModel {
    /** What a step answers, and the records that it leaves. */
    record Expected(String outcome, List<String> records) {
        static Expected of(String outcome, String... records) {
            return new Expected(outcome, List.of(records));
        }
    }

    private enum Access {
        NOT_INVITED,
        INVITED,
        ACTIVE,
        REVOKED,
        DELETED
    }

    private enum Fate {
        LIVE,
        USED,
        REPLACED,
        REVOKED
    }

    private static final class Link {
        private final Instant end;
        private Fate fate = Fate.LIVE;

        Link(Instant end) {
            this.end = end;
        }
    }

    private static final class File {
        private final Instant uploaded;
        private boolean trashed;

        File(Instant uploaded) {
            this.uploaded = uploaded;
        }
    }

    private final List<Link> links = new ArrayList<>();
    private final List<File> files = new ArrayList<>();
    private final List<Instant> sessions = new ArrayList<>();
    private Access access = Access.NOT_INVITED;
    private Instant invited = Instant.MIN;
    private boolean seesFiles;
    private Instant now = Instant.MIN;

    Expected after(StoryStep step, int choice, Instant instant) {
        now = instant;
        return switch (step) {
            case INVITE -> invite();
            case SEND_LINK -> send();
            case SIGN_IN_NEWEST -> signIn(links.size() - 1);
            case SIGN_IN_OLDER -> signIn(links.size() - 2);
            case REVOKE -> revoke();
            case DELETE_PERSON -> delete();
            case GIVE_FILES -> terms(true);
            case TAKE_FILES -> terms(false);
            case UPLOAD -> upload();
            case DELETE_NEWEST_FILE -> deleteFile();
            case DOWNLOAD_NEWEST_FILE -> download();
            case SIGN_OUT_EVERYWHERE -> signOut();
            case TIME_PASSES -> {
                now = now.plus(StoryHero.TIMES.get(choice));
                yield Expected.of("ok");
            }
        };
    }

    /** SI-3: at most one. */
    int liveLinks(Instant instant) {
        return (int) links.stream()
                .filter(link -> link.fate == Fate.LIVE && instant.isBefore(link.end))
                .count();
    }

    /** SI-5: nobody uses them here, so they last an hour. */
    int sessions() {
        return (int) sessions.stream()
                .filter(start -> now.isBefore(start.plus(Duration.ofHours(1))))
                .count();
    }

    int documents() {
        return files.size();
    }

    private boolean expired() {
        return access == Access.INVITED && !now.isBefore(invited.plus(Duration.ofDays(30)));
    }

    private Expected invite() {
        if (access == Access.DELETED) {
            return Expected.of("not_found");
        }
        if (access == Access.ACTIVE) {
            return Expected.of("bad_state");
        }
        access = Access.INVITED;
        invited = now;
        return Expected.of("invited", "contact_invited");
    }

    private Expected send() {
        if (access == Access.DELETED) {
            return Expected.of("not_found");
        }
        if (access == Access.REVOKED) {
            return Expected.of("access_revoked");
        }
        boolean invites = access == Access.NOT_INVITED || expired();
        if (invites) {
            access = Access.INVITED;
            invited = now;
        }
        end(Fate.REPLACED);
        links.add(new Link(now.plus(Duration.ofHours(24))));
        return invites ? Expected.of("ok", "contact_invited", "link_sent") : Expected.of("ok", "link_sent");
    }

    private Expected signIn(int number) {
        if (number < 0) {
            return Expected.of("link_unknown", "sign_in_failed");
        }
        Link link = links.get(number);
        String why = switch (link.fate) {
            case USED -> "link_used";
            case REPLACED -> "link_replaced";
            case REVOKED -> "link_revoked";
            case LIVE -> now.isBefore(link.end) ? (expired() ? "link_revoked" : "") : "link_expired";
        };
        if (!why.isEmpty()) {
            return Expected.of(why, "sign_in_failed");
        }
        link.fate = Fate.USED;
        access = Access.ACTIVE;
        sessions.add(now);
        return Expected.of("ok", "signed_in");
    }

    private Expected revoke() {
        if (access == Access.DELETED) {
            return Expected.of("not_found");
        }
        access = Access.REVOKED;
        end(Fate.REVOKED);
        sessions.clear();
        return Expected.of("ok", "access_revoked");
    }

    private Expected delete() {
        if (access == Access.DELETED) {
            return Expected.of("not_found");
        }
        access = Access.DELETED;
        end(Fate.REVOKED);
        sessions.clear();
        return Expected.of("ok", "contact_unassigned", "contact_deleted");
    }

    private Expected terms(boolean files) {
        if (access == Access.DELETED) {
            return Expected.of("not_found");
        }
        boolean changes = seesFiles != files;
        seesFiles = files;
        return changes ? Expected.of("ok", "permissions_changed") : Expected.of("ok");
    }

    private boolean isNobody() {
        return access == Access.REVOKED || access == Access.DELETED;
    }

    private Expected upload() {
        if (isNobody()) {
            return Expected.of("sign_in_required");
        }
        if (!seesFiles) {
            return Expected.of("not_found");
        }
        files.add(new File(now));
        return Expected.of("ok", "document_uploaded");
    }

    private Expected deleteFile() {
        if (isNobody()) {
            return Expected.of("sign_in_required");
        }
        if (files.isEmpty() || newest().trashed) {
            return Expected.of("not_found");
        }
        if (now.isAfter(newest().uploaded.plus(Duration.ofHours(1)))) {
            return Expected.of("part_of_records");
        }
        newest().trashed = true;
        return Expected.of("ok", "document_trashed");
    }

    private Expected download() {
        if (isNobody()) {
            return Expected.of("sign_in_required");
        }
        return files.isEmpty() || newest().trashed
                ? Expected.of("not_found")
                : Expected.of("ok", "document_downloaded");
    }

    /** Signing out is refused to nobody, also where nothing is left to end. */
    private Expected signOut() {
        sessions.clear();
        return Expected.of("ok", "sessions_ended");
    }

    private File newest() {
        return files.get(files.size() - 1);
    }

    private void end(Fate fate) {
        links.stream().filter(link -> link.fate == Fate.LIVE).forEach(link -> link.fate = fate);
    }
}

package org.clientportal.host.web.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/**
 * The icons of the pages, drawn inline by {@code component/icon.jte}. The shapes are Lucide's and lie, with their
 * licence, in the resource folder {@code org/clientportal/host/icons}.
 */
public enum Icon {
    HOME,
    TODO,
    QUESTION,
    MESSAGES,
    FOLDER,
    FOLDER_OPEN,
    FILE,
    FILE_TEXT,
    FILE_TABLE,
    FILE_IMAGE,
    FILE_ARCHIVE,
    CHART,
    TAX,
    BILLING,
    USERS,
    USER,
    USER_PLUS,
    BUILDING,
    BELL,
    ALERT,
    SETTINGS,
    ACTIVITY,
    SEARCH,
    PLUS,
    UPLOAD,
    DOWNLOAD,
    EYE,
    EYE_OFF,
    TRASH,
    UNDO,
    MORE,
    CHECK,
    CLOSE,
    CHEVRON_RIGHT,
    CHEVRON_DOWN,
    SIGN_OUT,
    MAIL,
    SEND,
    KEY,
    COPY,
    LINK,
    SHIELD,
    CLOCK,
    CALENDAR,
    EXTERNAL,
    PRINT,
    HELP,
    INBOX,
    INFO,
    EDIT,
    ACT_AS,
    OFFLINE;

    private static final Properties SHAPES = load();

    /** The SVG elements inside the 24 x 24 drawing: trusted markup, written unescaped. */
    public String shape() {
        return Objects.requireNonNull(SHAPES.getProperty(name()), name());
    }

    private static Properties load() {
        try (InputStream in = Icon.class.getResourceAsStream("/org/clientportal/host/icons/lucide.properties")) {
            Properties shapes = new Properties();
            shapes.load(new InputStreamReader(Objects.requireNonNull(in, "lucide.properties"), StandardCharsets.UTF_8));
            return shapes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.clientportal.host.web.view;

/** What a file is to a reader, by its detected media type: an icon and a colour. */
public enum FileKind {
    PDF("pdf", Icon.FILE_TEXT),
    PICTURE("picture", Icon.FILE_IMAGE),
    TABLE("table-file", Icon.FILE_TABLE),
    ARCHIVE("archive", Icon.FILE_ARCHIVE),
    TEXT("text", Icon.FILE_TEXT),
    OTHER("other", Icon.FILE);

    private final String css;
    private final Icon icon;

    FileKind(String css, Icon icon) {
        this.css = css;
        this.icon = icon;
    }

    /** The kind of a media type such as {@code application/pdf}; {@link #OTHER} for one we have no picture for. */
    public static FileKind of(String mediaType) {
        if (mediaType.equals("application/pdf")) {
            return PDF;
        }
        if (mediaType.startsWith("image/")) {
            return PICTURE;
        }
        if (mediaType.contains("spreadsheet") || mediaType.contains("excel") || mediaType.equals("text/csv")) {
            return TABLE;
        }
        if (mediaType.contains("zip") || mediaType.contains("compressed") || mediaType.contains("tar")) {
            return ARCHIVE;
        }
        return mediaType.startsWith("text/") || mediaType.contains("word") ? TEXT : OTHER;
    }

    /** The class in {@code portal.css}. */
    public String css() {
        return css;
    }

    /** Its picture where there is no thumbnail. */
    public Icon icon() {
        return icon;
    }
}

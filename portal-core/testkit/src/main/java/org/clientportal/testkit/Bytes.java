package org.clientportal.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;

/** Reads small contents whole. */
public final class Bytes {
    private Bytes() {}

    /** All that a channel gives, as UTF-8 text; closes it. */
    public static String of(ReadableByteChannel channel) {
        try (InputStream stream = Channels.newInputStream(channel)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

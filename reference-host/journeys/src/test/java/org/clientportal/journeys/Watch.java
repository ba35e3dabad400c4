package org.clientportal.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Hears what a browser complains about and where it turns to: neither errors nor other origins are expected. */
final class Watch {
    private static final String NOT_LOADED = "Failed to load resource";

    private final String origin;
    private final List<String> complaints = new ArrayList<>();

    private Watch(String origin) {
        this.origin = origin;
    }

    static Watch over(BrowserContext context, String origin) {
        Watch watch = new Watch(origin);
        context.onRequest(request -> watch.asked(request.url()));
        context.onConsoleMessage(watch::said);
        context.onWebError(error -> watch.complaints.add(error.error()));
        return watch;
    }

    /** What was heard so far. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private void asked(String url) {
        if (!url.startsWith(origin + "/") && !url.startsWith("data:") && !url.startsWith("blob:")) {
            complaints.add("asked elsewhere: " + url);
        }
    }

    /** That a page itself is a refusal is no complaint: what its status is, the journey says. */
    private void said(ConsoleMessage message) {
        Page page = message.page();
        boolean refusal = message.text().startsWith(NOT_LOADED)
                && page != null
                && message.location().startsWith(page.url().replaceFirst("#.*", "") + ":");
        boolean bad = message.type().equals("error") || message.type().equals("warning");
        if (bad && !refusal) {
            complaints.add(message.type() + ": " + message.text() + " at " + message.location());
        }
    }
}

package org.clientportal.host.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;

/** The precompiled templates of pages and mails. Thread-safe. */
public final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /**
     * Fills in a template.
     *
     * @param name its path below {@code src/main/jte}, such as {@code client/home.jte}
     * @param parameters its parameters by name
     */
    public byte[] render(String name, Map<String, Object> parameters) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(name, parameters, output);
        return output.toByteArray();
    }

    /** 200 with a page. */
    public Answer page(String name, Map<String, Object> parameters) {
        return Answer.html(render(name, parameters));
    }
}

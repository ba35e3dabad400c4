package org.clientportal.storage.memory;

import org.clientportal.storage.ContentStore;
import org.clientportal.storage.memory.ContentFaults.BrokenContent;
import org.clientportal.storage.tck.ContentConformance;
import org.clientportal.storage.tck.ContentSuite;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** The test that somebody would write whose store of bytes has one fault, named by a configuration parameter. */
@ExtendWith(Chosen.class)
class FaultyContent implements ContentConformance {
    private BrokenContent content = new BrokenContent();

    void use(BrokenContent chosen) {
        content = chosen;
    }

    @Override
    public ContentStore content() {
        return content;
    }

    @Override
    public ContentStore reopened() {
        return content.reopened();
    }

    @Nested
    class Bytes extends ContentSuite {}
}

package org.clientportal.storage.memory;

import org.clientportal.storage.ContentStore;
import org.clientportal.storage.tck.ContentConformance;
import org.clientportal.storage.tck.ContentSuite;
import org.junit.jupiter.api.Nested;

class MemoryContentTest implements ContentConformance {
    private static final ContentStore CONTENT = MemoryContent.create();

    @Override
    public ContentStore content() {
        return CONTENT;
    }

    @Override
    public ContentStore reopened() {
        return CONTENT;
    }

    @Nested
    class Bytes extends ContentSuite {}
}

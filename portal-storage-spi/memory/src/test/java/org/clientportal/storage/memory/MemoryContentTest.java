package org.clientportal.storage.memory;

import org.clientportal.storage.ContentStore;
import org.clientportal.storage.tck.ContentConformance;
import org.clientportal.storage.tck.ContentSuite;
import org.junit.jupiter.api.Nested;

class MemoryContentTest implements ContentConformance {
    private final ContentStore content = MemoryContent.create();

    @Override
    public ContentStore content() {
        return content;
    }

    @Override
    public ContentStore reopened() {
        return content;
    }

    @Nested
    class Bytes extends ContentSuite {}
}

package org.clientportal.example.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import org.clientportal.core.Portal;
import org.clientportal.core.event.PortalListener;
import org.clientportal.storage.ContentStore;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.files.FileContent;
import org.clientportal.storage.jdbc.JdbcStorage;

/** The portal, with its rows in an SQLite file and its documents' bytes in files, all in one folder. */
final class PortalModule extends AbstractModule {
    private final Path folder;

    PortalModule(Path folder) {
        this.folder = folder;
    }

    @Provides
    @Singleton
    PortalStorage storage() {
        return JdbcStorage.sqlite(folder.resolve("portal.db")).migrate().build();
    }

    @Provides
    @Singleton
    ContentStore content() throws IOException {
        return FileContent.open(folder.resolve("files"));
    }

    @Provides
    @Singleton
    Portal portal(PortalStorage storage, ContentStore content, PortalListener listener) {
        return Portal.builder()
                .storage(storage)
                .content(content)
                .onEvent(listener)
                .build();
    }
}

package org.clientportal.example.spring;

import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.clientportal.core.Portal;
import org.clientportal.core.event.PortalListener;
import org.clientportal.storage.ContentStore;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.files.FileContent;
import org.clientportal.storage.jdbc.JdbcStorage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The portal as beans: in the application's database, in its transactions, for as long as it runs. */
@Configuration
public class PortalConfiguration {
    @Bean(destroyMethod = "close")
    PortalStorage portalStorage(DataSource connections, PlatformTransactionManager transactions) {
        return JdbcStorage.on(connections, new SpringTransactions(connections, transactions))
                .migrate()
                .build();
    }

    @Bean(destroyMethod = "close")
    ContentStore portalContent(@Value("${portal.files}") Path folder) throws IOException {
        return FileContent.open(folder);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Portal portal(PortalStorage storage, ContentStore content, ObjectProvider<PortalListener> listeners) {
        var builder = Portal.builder().storage(storage).content(content);
        listeners.orderedStream().forEach(builder::onEvent);
        return builder.build();
    }
}

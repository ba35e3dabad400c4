package org.clientportal.example.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.client.CreateClient;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.event.EventType;
import org.clientportal.core.event.Happened;
import org.clientportal.core.event.PortalListener;
import org.clientportal.core.practice.CreatePractice;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.EntityType;
import org.clientportal.storage.PageRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/** The application's rows and the portal's, on PostgreSQL, in one transaction of Spring's. */
class EngagementsTest {
    @TempDir
    private static Path folder;

    private static EmbeddedPostgres server;
    private static ConfigurableApplicationContext application;
    private static Actor firm;

    /** Hears what the portal tells. */
    static class Listening {
        private final BlockingQueue<Happened> heard = new LinkedBlockingQueue<>();

        @Bean
        PortalListener listener() {
            return heard::add;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
        application = new SpringApplicationBuilder(BookkeepingApplication.class, Listening.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres",
                        "--portal.files=" + folder,
                        "--logging.level.root=warn");
        firm = Actors.service(
                portal().practices()
                        .create(CreatePractice.of("miller", "Miller & Partners", "https://portal.miller.example"))
                        .id(),
                "bookkeeping");
    }

    @AfterAll
    static void stop() throws IOException {
        application.close();
        server.close();
    }

    @Test
    @DisplayName(
            "an engagement and its client in the portal are committed together, and the portal tells of it afterwards")
    void committedTogether() throws InterruptedException {
        Client client = engagements().open(firm, "E-1", "Joe's Bakery");

        assertThat(engagementsOf("E-1")).isEqualTo(1);
        assertThat(portal().clients().getByExternalId(firm, "E-1")).isEqualTo(client);
        assertThat(next(EventType.CLIENT_CREATED).event().client()).contains(client.id());
    }

    @Test
    @DisplayName("an exception after both were written rolls both back, and nobody hears of them")
    void rolledBackTogether() throws InterruptedException {
        assertThatThrownBy(() -> transaction().executeWithoutResult(status -> {
                    engagements().open(firm, "E-2", "Never");
                    throw new IllegalArgumentException("the application changed its mind");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(engagementsOf("E-2")).isZero();
        assertThat(clientsNamed("Never")).isZero();
        Client later = engagements().open(firm, "E-3", "Later");
        assertThat(next(EventType.CLIENT_CREATED).event().client()).contains(later.id());
    }

    @Test
    @DisplayName("a refusal of the portal rolls the engagement back")
    void aRefusalRollsBack() throws InterruptedException {
        engagements().open(firm, "E-4", "The first");
        next(EventType.CLIENT_CREATED);
        JdbcClient rows = application.getBean(JdbcClient.class);
        rows.sql("delete from engagement where number = 'E-4'").update();

        assertThatThrownBy(() -> engagements().open(firm, "E-4", "The second"))
                .hasFieldOrPropertyWithValue("code", CoreError.EXTERNAL_ID_TAKEN);

        assertThat(engagementsOf("E-4")).isZero();
        assertThat(clientsNamed("The second")).isZero();
    }

    @Test
    @DisplayName("a refusal that the application swallows still rolls the engagement back, and Spring says so")
    void aSwallowedRefusalRollsBack() throws InterruptedException {
        CreateClient again = new CreateClient("The second", EntityType.TRUST, Optional.of("E-5"));
        engagements().open(firm, "E-5", "The first");
        next(EventType.CLIENT_CREATED);

        assertThatThrownBy(() -> transaction().executeWithoutResult(status -> {
                    application
                            .getBean(JdbcClient.class)
                            .sql("insert into engagement values ('E-6', 'Swallowed')")
                            .update();
                    assertThatThrownBy(() -> portal().clients().create(firm, again))
                            .hasFieldOrPropertyWithValue("code", CoreError.EXTERNAL_ID_TAKEN);
                }))
                .isInstanceOf(UnexpectedRollbackException.class);

        assertThat(engagementsOf("E-6")).isZero();
    }

    private static Portal portal() {
        return application.getBean(Portal.class);
    }

    private static Engagements engagements() {
        return application.getBean(Engagements.class);
    }

    private static TransactionTemplate transaction() {
        return new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
    }

    private static int engagementsOf(String number) {
        return application
                .getBean(JdbcClient.class)
                .sql("select count(*) from engagement where number = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }

    private static int clientsNamed(String name) {
        return portal().clients()
                .list(firm, Optional.of(name), PageRequest.first(10))
                .items()
                .size();
    }

    /** The next event of a type; the portal's own threads tell it a moment after the commit. */
    private static Happened next(EventType type) throws InterruptedException {
        while (true) {
            Happened happened = application.getBean(Listening.class).heard.poll(1, TimeUnit.MINUTES);
            assertThat(happened).as("something told within a minute").isNotNull();
            if (happened.event().type() == type) {
                return happened;
            }
        }
    }
}

package org.clientportal.example.spring;

import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.Portal;
import org.clientportal.core.client.CreateClient;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.EntityType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Engagements of the application, each with a client in the portal. */
@Service
public class Engagements {
    private final JdbcClient rows;
    private final Portal portal;

    public Engagements(JdbcClient rows, Portal portal) {
        this.rows = rows;
        this.portal = portal;
    }

    /** Both or neither: the portal's part commits, and rolls back, with this method. */
    @Transactional
    public Client open(Actor firm, String number, String name) {
        rows.sql("insert into engagement (number, name) values (?, ?)")
                .params(number, name)
                .update();
        return portal.clients().create(firm, new CreateClient(name, EntityType.COMPANY, Optional.of(number)));
    }
}

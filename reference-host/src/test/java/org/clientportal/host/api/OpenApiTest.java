package org.clientportal.host.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientportal.host.http.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The description and the server list the same operations, with the same parameters for the same people. */
class OpenApiTest {
    private static ApiHost host;
    private final Contract contract = new Contract();

    @BeforeAll
    static void start() throws IOException {
        host = new ApiHost();
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @Test
    void everyRouteIsDescribedAndEveryDescriptionServed() {
        Map<String, String> served = host.routes().stream()
                .collect(Collectors.toMap(Route::name, route -> route.method() + " " + route.path()));
        Map<String, String> described = contract.operations().values().stream()
                .collect(Collectors.toMap(
                        Contract.Operation::id, operation -> operation.method() + " " + operation.path()));

        assertThat(described).containsExactlyInAnyOrderEntriesOf(served);
    }

    @Test
    void audiencesParametersAndBodiesAreDescribedAsTheyAre() {
        Map<String, Contract.Operation> operations = contract.operations();
        Function<Route, String> real =
                route -> route.name() + " " + route.audience() + " " + sorted(route.query()) + " " + route.streams();
        Function<Contract.Operation, String> told = operation -> operation.id() + " " + operation.audience() + " "
                + sorted(operation.query()) + " " + operation.takesBytes();

        assertThat(operations.values().stream().map(told))
                .containsExactlyInAnyOrderElementsOf(
                        host.routes().stream().map(real).toList());
    }

    @Test
    void variablesOfEveryPathAreDescribed() {
        contract.operations().values().forEach(operation -> {
            assertThat(OpenApi.read()
                            .path("paths")
                            .path(operation.path())
                            .path("parameters")
                            .findValuesAsText("$ref"))
                    .containsExactlyElementsOf(Contract.variables(operation.path()).stream()
                            .map(name -> "#/components/parameters/" + name + "Path")
                            .toList());
        });
    }

    @Test
    void documentIsServedToAnybody() {
        Caller.Reply reply = host.visitor(host.here).get("/api/v1/openapi.json");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("openapi")).isEqualTo("3.1.0");
    }

    private static String sorted(java.util.Set<String> names) {
        return names.stream().sorted().toList().toString();
    }
}

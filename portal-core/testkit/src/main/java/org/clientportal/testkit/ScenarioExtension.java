package org.clientportal.testkit;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.clientportal.storage.PortalStorage;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a scenario on each registered storage, each opened once for the whole run. */
final class ScenarioExtension implements TestTemplateInvocationContextProvider {
    private static final ExtensionContext.Namespace OPENED = ExtensionContext.Namespace.create(ScenarioExtension.class);

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        List<StorageUnderTest> registered = ServiceLoader.load(StorageUnderTest.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(storage -> !storage.onlyInFull() || Boolean.getBoolean("portal.full"))
                .toList();
        List<StorageUnderTest> storages = registered.isEmpty() ? List.of(new MemoryUnderTest()) : registered;
        return storages.stream().map(storage -> new OnOne(storage));
    }

    private record OnOne(StorageUnderTest storage) implements TestTemplateInvocationContext, ParameterResolver {
        @Override
        public String getDisplayName(int index) {
            return storage.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == World.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            Opened opened = context.getRoot()
                    .getStore(OPENED)
                    .getOrComputeIfAbsent(storage.name(), name -> new Opened(storage.open()), Opened.class);
            return new World(opened.storage());
        }
    }

    private record Opened(PortalStorage storage) implements AutoCloseable {
        @Override
        public void close() {
            storage.close();
        }
    }
}

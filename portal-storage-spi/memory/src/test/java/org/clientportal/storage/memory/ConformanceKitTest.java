package org.clientportal.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientportal.storage.memory.ContentFaults.BrokenContent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The kit itself: a right storage passes it, and each wrong one fails by the names of the rules that it breaks. */
class ConformanceKitTest {
    private static final List<Fault<Broken>> STORAGE_FAULTS = Stream.of(
                    UnitFaults.all(), RecordFaults.all(), ListFaults.all(), WorkFaults.all())
            .flatMap(List::stream)
            .toList();

    private static final List<Fault<BrokenContent>> CONTENT_FAULTS = ContentFaults.all();

    static Fault<Broken> storageFault(String what) {
        return named(what, STORAGE_FAULTS);
    }

    static Fault<BrokenContent> contentFault(String what) {
        return named(what, CONTENT_FAULTS);
    }

    private static <S> Fault<S> named(String what, List<Fault<S>> faults) {
        return faults.stream()
                .filter(fault -> fault.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("a right storage fails nothing")
    void aRightStoragePasses() {
        assertThat(failures(Map.of(), Stream.of(selectClass(FaultyStorage.class), selectClass(FaultyContent.class))))
                .isEmpty();
    }

    @TestFactory
    @DisplayName("is found by name")
    Stream<DynamicTest> aWrongStorageIsFound() {
        return Stream.concat(
                STORAGE_FAULTS.stream().map(fault -> found(fault, FaultyStorage.class)),
                CONTENT_FAULTS.stream().map(fault -> found(fault, FaultyContent.class)));
    }

    private static DynamicTest found(Fault<?> fault, Class<?> test) {
        return DynamicTest.dynamicTest(fault.toString(), () -> {
            Stream<DiscoverySelector> suites =
                    fault.suites().stream().map(suite -> selectNestedClass(List.of(test), suite));
            Set<String> broken = failures(Map.of(Chosen.FAULT, fault.what()), suites).stream()
                    .flatMap(Rules::in)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(broken).containsAll(fault.rules());
        });
    }

    @Test
    @DisplayName("for each rule there is a wrong storage that the kit finds by it")
    void noRuleIsWithoutAFault() throws IOException {
        Set<String> broken = Stream.concat(STORAGE_FAULTS.stream(), CONTENT_FAULTS.stream())
                .flatMap(fault -> fault.rules().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> stated = Rules.stated();
        stated.removeAll(Rules.WITHOUT_STATEMENTS);

        assertThat(broken).isEqualTo(stated);
    }

    private static List<String> failures(Map<String, String> chosen, Stream<? extends DiscoverySelector> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameters(chosen)
                .selectors(tests.toArray(DiscoverySelector[]::new))
                .execute()
                .testEvents()
                .failed()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }
}

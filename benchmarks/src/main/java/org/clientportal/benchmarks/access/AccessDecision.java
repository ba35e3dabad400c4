package org.clientportal.benchmarks.access;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.clientportal.core.access.Person;
import org.clientportal.core.access.Policy;
import org.clientportal.model.access.ResourceKind;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Whether a contact sees a document, 10,000 contacts taking turns: the portal's decision and the barest there is. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // filled before it runs
public class AccessDecision {
    private final Policy policy = Policy.published();
    private Contacts.Asked[] asked;
    private Person[] people;
    private ArraySearch[] arrays;
    private int next;

    /** Makes the contacts, and makes sure that both decide alike. */
    @Setup
    public void contacts() {
        List<Contacts.Asked> all = Contacts.asked();
        asked = all.toArray(Contacts.Asked[]::new);
        people =
                all.stream().map(one -> new Person(one.contact(), one.grants())).toArray(Person[]::new);
        arrays = all.stream()
                .map(one -> new ArraySearch(one.contact(), one.grants()))
                .toArray(ArraySearch[]::new);
        for (int i = 0; i < asked.length; i++) {
            if (portal(i) != array(i)) {
                throw new IllegalStateException("the two decide differently");
            }
        }
    }

    @Benchmark
    public boolean portal() {
        return portal(turn());
    }

    @Benchmark
    public boolean arraySearchWithABitTest() {
        return array(turn());
    }

    private boolean portal(int i) {
        Contacts.Asked one = asked[i];
        return policy.of(people[i], one.client(), ResourceKind.DOCUMENT).admits(one.document());
    }

    private boolean array(int i) {
        return arrays[i].sees(asked[i].client(), asked[i].document());
    }

    private int turn() {
        int turn = next;
        next = turn + 1 == Contacts.COUNT ? 0 : turn + 1;
        return turn;
    }
}

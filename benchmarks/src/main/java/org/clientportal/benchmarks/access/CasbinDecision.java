package org.clientportal.benchmarks.access;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.casbin.jcasbin.main.CachedEnforcer;
import org.casbin.jcasbin.main.Enforcer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The same question put to jCasbin with the grants of the same 10,000 contacts. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // filled before it runs
public class CasbinDecision {
    /** A first answer takes so long that the cache can be filled for a few only, which is in its favour. */
    private static final int TURNS = 20;

    private Object[][] asked;
    private Enforcer plain;
    private CachedEnforcer cached;
    private int next;

    /** Fills both enforcers. */
    @Setup
    public void policies() {
        List<Contacts.Asked> all = Contacts.asked();
        asked = all.stream()
                .limit(TURNS)
                .map(one -> new Object[] {
                    one.contact().toString(),
                    one.client().toString(),
                    one.document().folder().orElseThrow().name()
                })
                .toArray(Object[][]::new);
        plain = Casbin.filled(new Enforcer(Casbin.model()), all);
        cached = Casbin.filled(new CachedEnforcer(Casbin.model()), all);
        for (Object[] one : asked) {
            cached.enforce(one);
        }
    }

    @Benchmark
    public boolean casbinPlain() {
        return plain.enforce(turn());
    }

    @Benchmark
    public boolean casbinCached() {
        return cached.enforce(turn());
    }

    private Object[] turn() {
        next = (next + 1) % TURNS;
        return asked[next];
    }
}

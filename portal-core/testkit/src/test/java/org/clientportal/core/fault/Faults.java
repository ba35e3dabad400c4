package org.clientportal.core.fault;

import java.util.Optional;
import java.util.function.BiPredicate;
import org.clientportal.core.fault.Fault.After;
import org.clientportal.core.fault.Fault.Crashed;

/** Counts the calls to the stores, and has the n-th of them go wrong. For one thread. */
final class Faults {
    private final BiPredicate<Integer, String> chosen;
    private final Fault fault;
    private int calls;
    private boolean reached;
    private Optional<String> wrong = Optional.empty();

    private Faults(BiPredicate<Integer, String> chosen, Fault fault) {
        this.chosen = chosen;
        this.fault = fault;
    }

    /** Nothing goes wrong. */
    static Faults none() {
        return new Faults((number, name) -> false, Fault.REFUSED);
    }

    /** The call of this number goes wrong, counted from 1 on. */
    static Faults at(int call, Fault fault) {
        return new Faults((number, name) -> number == call, fault);
    }

    /** The first call of this name goes wrong. */
    static Faults in(String call, Fault fault) {
        return new Faults((number, name) -> name.equals(call), fault);
    }

    /** How a kind of call fails; one that knows no conflicts goes on where another would meet one. */
    interface Failing<E extends Exception> {
        Optional<E> as(Fault fault);
    }

    /** A call that was let through; {@link #done} is to be called when it has had its effect. */
    final class Call<E extends Exception> {
        private final boolean goesWrong;
        private final String name;
        private final Failing<E> failing;

        private Call(boolean goesWrong, String name, Failing<E> failing) {
            this.goesWrong = goesWrong;
            this.name = name;
            this.failing = failing;
        }

        void done() throws E {
            if (goesWrong && fault.isDone()) {
                strike(name, failing);
            }
        }
    }

    /** Counts a call before it has its effect. */
    <E extends Exception> Call<E> call(String name, Failing<E> failing) throws E {
        if (struck() && fault.after() == After.DEAD) {
            throw new Crashed();
        }
        if (struck() && fault.after() == After.FAILS) {
            throw failing.as(Fault.REFUSED).orElseThrow();
        }
        calls++;
        boolean isIt = chosen.test(calls, name);
        reached |= isIt;
        boolean goesWrong = isIt && wrong.isEmpty() && failing.as(fault).isPresent();
        if (goesWrong && !fault.isDone()) {
            strike(name, failing);
        }
        return new Call<>(goesWrong, name, failing);
    }

    private <E extends Exception> void strike(String name, Failing<E> failing) throws E {
        wrong = Optional.of("call " + calls + ", " + name + ", " + fault);
        if (fault.after() == After.DEAD) {
            throw new Crashed();
        }
        throw failing.as(fault).orElseThrow();
    }

    Fault fault() {
        return fault;
    }

    /** Whether the call was made that was to go wrong. */
    boolean reached() {
        return reached;
    }

    /** Whether it has gone wrong. */
    boolean struck() {
        return wrong.isPresent();
    }

    /** Which call went wrong, and how. */
    @Override
    public String toString() {
        return wrong.orElse("none of " + calls + " calls goes wrong");
    }
}

package org.clientportal.benchmarks.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.clientportal.benchmarks.report.Figures;

/**
 * Two servers measured in turn, a few seconds each, so that whatever else the machine does weighs on both alike.
 *
 * @param rounds how often each is measured
 * @param seconds how long at a time
 */
record Duel(int rounds, int seconds) {
    /** One side: who answers what. */
    interface Side {
        Wrk.Rate run(int connections, int seconds) throws IOException, InterruptedException;
    }

    /** The middle one of each side, and of the ratios of the rounds. */
    record Result(Wrk.Rate ours, Wrk.Rate peer, double ratio) {}

    /** Warms both up and lets them take turns. */
    Result run(Side ours, Side peer, int connections, int warmUpSeconds) throws IOException, InterruptedException {
        ours.run(connections, warmUpSeconds);
        peer.run(connections, warmUpSeconds);
        List<Wrk.Rate> our = new ArrayList<>();
        List<Wrk.Rate> their = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            // Who goes first changes, since the second finds the caches warm.
            if (round % 2 == 0) {
                our.add(ours.run(connections, seconds));
                their.add(peer.run(connections, seconds));
            } else {
                their.add(peer.run(connections, seconds));
                our.add(ours.run(connections, seconds));
            }
        }
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            ratios.add(our.get(round).perSecond() / their.get(round).perSecond());
        }
        return new Result(middle(our), middle(their), Figures.median(ratios));
    }

    private static Wrk.Rate middle(List<Wrk.Rate> rates) {
        return new Wrk.Rate(
                Figures.median(rates.stream().map(Wrk.Rate::perSecond).toList()),
                Figures.median(rates.stream().map(Wrk.Rate::bytesPerSecond).toList()),
                (long) Figures.median(
                        rates.stream().map(rate -> (double) rate.p50()).toList()),
                (long) Figures.median(
                        rates.stream().map(rate -> (double) rate.p99()).toList()),
                Figures.median(rates.stream().map(Wrk.Rate::processorMillis).toList()));
    }
}

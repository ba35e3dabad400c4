package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.clientportal.core.Actor;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.secret.Credential;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Many at once, on two nodes. */
class RaceScenarios {
    private static final int MANY = 24;

    /** What each of many does. */
    private interface Use {
        Object by(int which);
    }

    @Scenario
    @Tag("rule:SI-4")
    @Tag("promise:P1")
    void ofManyWhoRedeemOneLinkExactlyOneSignsIn(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        List<PortalAuth> nodes = List.of(door.auth, door.anotherNode());
        door.asks(browser, "Jane Doe");
        String token = door.mailTo("Jane Doe").token();

        // when
        Map<String, Long> outcomes =
                atOnce(MANY, i -> nodes.get(i % 2).links().redeem(browser, token, Optional.empty(), false));

        // then
        assertThat(outcomes).containsOnlyKeys("done", "link_used").containsEntry("done", 1L);
        door.thenOneLiveSession(jane);
    }

    @Scenario
    @Tag("rule:SI-4")
    @Tag("promise:P1")
    void ofLinkAndCodeUsedTogetherExactlyOneSignsIn(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        door.asks(browser, "Jane Doe");
        Credential mailed = door.mailTo("Jane Doe");

        // when
        Map<String, Long> outcomes = atOnce(
                4,
                i -> i % 2 == 0
                        ? door.opens(browser, mailed.token())
                        : door.types(browser, "Jane Doe", mailed.code().orElseThrow()));

        // then
        assertThat(outcomes).containsEntry("done", 1L);
        door.thenOneLiveSession(jane);
    }

    @Scenario
    @Tag("rule:SI-10")
    @Tag("promise:P5")
    void ofTwoHundredWrongCodesAtOnceExactlyFiveAreJudged(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        List<PortalAuth> nodes = List.of(door.auth, door.anotherNode());
        door.auth.links().send(world.admin(), World.contactId(jane));
        String code = Door.not(door.mailTo("Jane Doe").code().orElseThrow());

        // when
        Map<String, Long> outcomes = atOnce(
                200,
                i -> nodes.get(i % 2)
                        .codes()
                        .redeem(
                                Visit.to(world.practiceId()).in("thief" + i),
                                Side.CONTACT,
                                World.email("Jane Doe").typed(),
                                code,
                                false));

        // then
        assertThat(outcomes).containsEntry("wrong_code", 5L).containsEntry("too_many_tries", 195L);
        assertThat(door.history(jane)).hasSize(5);
    }

    @Scenario
    @Tag("rule:SI-4")
    @Tag("promise:P5")
    void aCodeIsJudgedFiveTimesHoweverManyAllowancesAreSpentOnIt(World world) {
        // given a browser with an allowance of its own, and everybody else's
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Visit own = door.browser("jane");
        door.signsIn(own, "Jane Doe");
        door.auth.links().send(world.admin(), World.contactId(jane));
        Credential mailed = door.mailTo("Jane Doe");
        String wrong = Door.not(mailed.code().orElseThrow());

        // when
        atOnce(10, i -> door.types(i % 2 == 0 ? own : door.browser("thief"), "Jane Doe", wrong));

        // then
        assertThat(door.secret(mailed.token()).wrongCodes()).isGreaterThanOrEqualTo(5);
        world.clock().forward(Duration.ofMinutes(1));
        world.when(() -> door.types(own, "Jane Doe", mailed.code().orElseThrow()))
                .isRefused(AuthError.WRONG_CODE);
    }

    @Scenario
    @Tag("rule:SI-10")
    @Tag("promise:P7")
    void ofManyWhoAskAtOnceOneIsMailedOneLink(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));

        // when
        Map<String, Long> outcomes = atOnce(MANY, i -> {
            door.asks(door.browser("b" + i), "Jane Doe");
            return i;
        });

        // then
        assertThat(outcomes).containsEntry("done", 1L).containsEntry("too_many_links", MANY - 1L);
        assertThat(door.queued().stream().filter(mail -> mail.kind().equals(Links.MAIL)))
                .hasSize(1);
        assertThat(door.outstandingLinks(jane)).hasSize(1);
    }

    @Scenario
    @Tag("rule:SI-3")
    @Tag("promise:P7")
    void howeverManyLinksAreSentAtOnceOneIsLive(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));

        // when
        atOnce(8, i -> {
            door.auth.links().send(world.admin(), World.contactId(jane));
            return i;
        });

        // then
        assertThat(door.outstandingLinks(jane)).hasSize(1);
    }

    @Scenario
    @Tag("rule:SI-15")
    @Tag("promise:P12")
    void whoIsRevokedWhileSigningInIsOutInTheEnd(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        door.asks(browser, "Jane Doe");
        String token = door.mailTo("Jane Doe").token();
        List<Redeemed.SignedIn> signedIn = Collections.synchronizedList(new ArrayList<>());

        // when
        atOnce(
                2,
                i -> i == 0
                        ? signedIn.add(door.opens(browser, token))
                        : door.auth.invitations().revoke(world.admin(), World.contactId(jane)));

        // then
        assertThat(signedIn).noneMatch(door::isSignedIn);
        assertThat(door.auth.sessions().own(jane)).isEmpty();
    }

    /** What came of each, counted. */
    private static Map<String, Long> atOnce(int many, Use use) {
        CyclicBarrier start = new CyclicBarrier(many);
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Callable<String>> all = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                int which = i;
                all.add(() -> {
                    start.await();
                    return outcome(use, which);
                });
            }
            List<String> outcomes = new ArrayList<>();
            for (Future<String> one : threads.invokeAll(all)) {
                outcomes.add(one.get());
            }
            return outcomes.stream().collect(Collectors.groupingBy(o -> o, Collectors.counting()));
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static String outcome(Use use, int which) {
        try {
            use.by(which);
            return "done";
        } catch (PortalException refused) {
            return refused.code().code();
        }
    }
}

package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.RecordReader;
import org.clientportal.storage.RecordStore;
import org.clientportal.storage.WriteUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The practice's staff. */
public abstract class StaffSuite extends FoundRecordSuite<StaffId, StaffMember> {
    protected StaffSuite() {}

    @Override
    final RecordReader<StaffId, StaffMember> reader(ReadView view) {
        return view.staff();
    }

    @Override
    final RecordStore<StaffId, StaffMember> store(WriteUnit unit) {
        return unit.staff();
    }

    @Override
    final StaffId idOf(StaffMember member) {
        return member.id();
    }

    @Override
    final StaffMember sample() {
        return samples.staff("Ada");
    }

    @Override
    final List<StaffMember> varieties() {
        return List.of(
                samples.staff(Texts.STRANGE).withRole(StaffRole.ADMIN, true, true),
                sample().withRole(StaffRole.MEMBER, true, false),
                sample().withAccess(ClientAccess.ALL),
                sample().withAccess(ClientAccess.only(Set.of(
                        add(samples.client("A")).id(), add(samples.client("B")).id()))),
                With.email(sample(), "Zoë+Tag@Bücher.example"));
    }

    @Override
    final StaffMember changed(StaffMember member) {
        return member.withRole(StaffRole.MEMBER, !member.impersonates(), !member.active())
                .withAccess(ClientAccess.only(Set.of()));
    }

    @Override
    final StaffMember twin(StaffMember member) {
        StaffMember other = samples.staff("Twin");
        return new StaffMember(
                member.id(), other.email(), "Twin", other.role(), false, ClientAccess.ALL, true, Samples.NOW, 0);
    }

    @Test
    @DisplayName("STO-10 an email finds the member of this practice only, however it is written")
    void emailsBelongToOnePractice() {
        StaffMember member = stored(With.email(sample(), "Ada@Firm.example"));
        EmailAddress email = new EmailAddress("aDA@fIRM.example");

        see(view -> assertThat(view.staff().findByEmail(email)).contains(member));
        see(
                storedPractice().scope(),
                view -> assertThat(view.staff().findByEmail(email)).isEmpty());
    }

    @Test
    @DisplayName("STO-12 two practices may have members with the same email")
    void practicesShareEmails() {
        StaffMember member = stored(With.email(sample(), "ada@firm.example"));
        Samples elsewhere = storedPractice();
        StaffMember theirs = With.email(sample(), "ada@firm.example");

        change(elsewhere.scope(), unit -> unit.staff().insert(theirs));

        see(
                elsewhere.scope(),
                view -> assertThat(view.staff().findByEmail(member.email())).contains(theirs));
    }

    @Test
    @DisplayName("STO-25 members are listed by folded name, then by id, disabled ones included")
    void membersAreListedByName() {
        List<StaffMember> members = Stream.concat(Orders.NAMES.stream(), Orders.NAMES.stream())
                .map(name -> samples.staff(name).withRole(StaffRole.MEMBER, false, name.length() % 2 == 0))
                .map(this::stored)
                .toList();
        change(storedPractice().scope(), unit -> unit.staff().insert(sample()));

        see(view -> assertThat(view.staff().list())
                .containsExactlyElementsOf(Orders.byName(members, StaffMember::name, StaffMember::id)));
    }
}

package org.clientportal.benchmarks.access;

import java.util.ArrayList;
import java.util.List;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.contact.Permission;

/** The grants as policies of jCasbin: a contact may look into a kind of folder at a client. */
final class Casbin {
    private static final String MODEL = """
            [request_definition]
            r = sub, obj, act
            [policy_definition]
            p = sub, obj, act
            [policy_effect]
            e = some(where (p.eft == allow))
            [matchers]
            m = r.sub == p.sub && r.obj == p.obj && r.act == p.act
            """;

    private Casbin() {}

    static Model model() {
        Model model = new Model();
        model.loadModelFromText(MODEL);
        return model;
    }

    static <E extends Enforcer> E filled(E enforcer, List<Contacts.Asked> contacts) {
        List<List<String>> policies = new ArrayList<>();
        for (Contacts.Asked asked : contacts) {
            for (Grant grant : asked.grants()) {
                for (FolderKind folder : FolderKind.values()) {
                    if (shows(grant, folder)) {
                        policies.add(List.of(
                                asked.contact().toString(), grant.client().id().toString(), folder.name()));
                    }
                }
            }
        }
        enforcer.addPolicies(policies);
        return enforcer;
    }

    private static boolean shows(Grant grant, FolderKind folder) {
        return grant.assignment().has(Permission.CLIENT_ADMIN)
                || grant.assignment().has(folder.isTax() ? Permission.TAX : Permission.FILES);
    }
}

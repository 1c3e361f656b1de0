package io.dealdocs.sandbox.pipedrive;

import io.dealdocs.sandbox.pipedrive.Deal.Contact;
import io.dealdocs.sandbox.pipedrive.Deal.Visibility;
import io.dealdocs.sandbox.pipedrive.User.Group;
import io.dealdocs.sandbox.pipedrive.User.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The companies, users and deals of the sandbox; they never change. */
final class Directory {
    static final Company ACME = new Company(54321, "Acme Oy", "acme", "FI", "IT Services");
    static final Company GLOBEX = new Company(54322, "Globex", "globex", "BR", "Energy");

    private static final List<Company> COMPANIES = List.of(ACME, GLOBEX);
    private static final List<User> USERS = users();
    private static final List<Deal> DEALS = deals();

    List<Company> companies() {
        return COMPANIES;
    }

    Company company(long id) {
        return COMPANIES.stream()
                .filter(company -> company.id() == id)
                .findFirst()
                .orElseThrow();
    }

    List<User> users(Company company) {
        return USERS.stream().filter(user -> user.companyId() == company.id()).toList();
    }

    Optional<User> user(Member member) {
        return USERS.stream().filter(user -> user.member().equals(member)).findFirst();
    }

    List<Deal> deals(Company company) {
        return DEALS.stream().filter(deal -> deal.companyId() == company.id()).toList();
    }

    Optional<Deal> deal(Company company, long id) {
        return deals(company).stream().filter(deal -> deal.id() == id).findFirst();
    }

    private static List<User> users() {
        return List.of(
                user(ACME, 1001, "Ada Lind", "en", "US", "en_GB", true, true, Theme.LIGHT, Group.SALES),
                user(ACME, 1002, "Ben Vogt", "de", "DE", "de_DE", false, true, Theme.LIGHT, Group.SALES),
                user(ACME, 1003, "Cleo Aalto", "fi", "FI", "fi_FI", false, true, Theme.DARK, Group.FIELD),
                user(ACME, 1004, "Dan Okoro", "en", "US", "en_US", false, false, Theme.LIGHT, Group.SALES),
                user(ACME, 1005, "Eve Moreau", "fr", "FR", "fr_FR", false, true, Theme.LIGHT, Group.SALES),
                user(GLOBEX, 1001, "Gus Prado", "pt", "BR", "pt_BR", true, true, Theme.LIGHT, Group.SALES),
                user(GLOBEX, 1000, "Gina Reis", "pt", "BR", "pt_BR", false, true, Theme.LIGHT, Group.SALES));
    }

    private static User user(
            Company company,
            long id,
            String name,
            String language,
            String country,
            String locale,
            boolean admin,
            boolean api,
            Theme theme,
            Group group) {
        String first = name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT);
        String email = first + "@" + company.domain() + ".example";
        return new User(new Member(company.id(), id), name, email, language, country, locale, admin, api, theme, group);
    }

    private static List<Deal> deals() {
        var deals = new ArrayList<Deal>();
        User ada = USERS.get(0);
        User ben = USERS.get(1);
        User gus = USERS.get(5);
        deals.add(deal(1, "Northwind office fit-out", ada, 48_000, Visibility.EVERYONE, "Proposal made"));
        deals.add(deal(2, "Board room renewal", ada, 7_500, Visibility.OWNER, "Qualified"));
        deals.add(deal(3, "Regional framework agreement", ada, 120_000, Visibility.GROUP, "Negotiations started"));
        deals.add(deal(4, "Field service pilot", ada, 15_300, Visibility.GROUP_AND_BELOW, "Demo scheduled"));
        deals.add(deal(5, "Spare parts subscription", ben, 2_400, Visibility.EVERYONE, "Contact made"));
        deals.add(deal(6, "Cancelled tender", ada, 9_900, Visibility.EVERYONE, "Qualified", false, true));
        deals.add(deal(7, "Last year's maintenance", ben, 18_000, Visibility.EVERYONE, "Won", true, false));
        deals.add(deal(8, "Archive migration", ada, 64_000, Visibility.EVERYONE, "Proposal made"));
        deals.add(deal(1, "Solar park phase one", gus, 310_000, Visibility.EVERYONE, "Proposal made"));
        deals.add(deal(2, "Grid connection study", gus, 22_000, Visibility.EVERYONE, "Qualified"));
        return List.copyOf(deals);
    }

    private static Deal deal(long id, String title, User owner, int value, Visibility visibility, String stage) {
        return deal(id, title, owner, value, visibility, stage, false, false);
    }

    private static Deal deal(
            long id,
            String title,
            User owner,
            int value,
            Visibility visibility,
            String stage,
            boolean archived,
            boolean deleted) {
        boolean acme = owner.companyId() == ACME.id();
        Contact person = new Contact(100 + id, acme ? "Ilona Berg" : "Rafael Costa");
        Contact organization = new Contact(200 + id, acme ? "Northwind AB" : "Sol Energia");
        return new Deal(
                owner.companyId(),
                id,
                title,
                owner,
                value,
                acme ? "EUR" : "BRL",
                visibility,
                stage,
                person,
                organization,
                archived,
                deleted);
    }
}

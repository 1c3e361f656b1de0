package io.dealdocs.installation;

import io.dealdocs.pipedrive.PipedriveUser;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.UserId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of companies and members; knows nothing of tokens but whether there is one. */
@Repository
class JdbcMembers {

    private static final String SELECT = """
            select m.company_id, m.user_id, m.name, c.name company_name, c.country, m.locale, m.time_zone,
                   m.account_admin, t.dead
              from member m join company c on c.id = m.company_id
              left join member_token t on t.company_id = m.company_id and t.user_id = m.user_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcMembers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Member> find(MemberId id) {
        return jdbc.sql(SELECT + "where m.company_id = :company and m.user_id = :user")
                .param("company", id.company().value())
                .param("user", id.user().value())
                .query(JdbcMembers::row)
                .optional();
    }

    List<Member> connectedOf(CompanyId company) {
        return jdbc.sql(SELECT + "where m.company_id = :company and t.dead = false order by m.connected_at")
                .param("company", company.value())
                .query(JdbcMembers::row)
                .list();
    }

    Map<UserId, String> names(CompanyId company) {
        Map<UserId, String> names = new HashMap<>();
        jdbc.sql("select user_id, name from member where company_id = :company")
                .param("company", company.value())
                .query((row, n) -> names.put(new UserId(row.getLong(1)), row.getString(2)))
                .list();
        return names;
    }

    URI apiDomain(CompanyId company) {
        return jdbc.sql("select api_domain from company where id = :id")
                .param("id", company.value())
                .query((row, n) -> URI.create(row.getString(1)))
                .single();
    }

    /**
     * Until the transaction ends nobody else connects to or leaves this company: two who leave at once would each see
     * the other one still there.
     */
    void lock(CompanyId company) {
        jdbc.sql("select id from company where id = :id for update")
                .param("id", company.value())
                .query(Long.class)
                .optional();
    }

    void save(PipedriveUser user, URI apiDomain) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                insert into company (id, name, domain, country, api_domain, connected_at)
                values (:id, :name, :domain, :country, :api, :now)
                on conflict (id) do update set name = excluded.name, domain = excluded.domain,
                  country = excluded.country, api_domain = excluded.api_domain, abandoned_at = null
                """)
                .param("id", user.id().company().value())
                .param("name", user.companyName())
                .param("domain", user.companyDomain())
                .param("country", user.companyCountry())
                .param("api", apiDomain.toString())
                .param("now", now)
                .update();
        saveMember(user, now);
    }

    private void saveMember(PipedriveUser user, Timestamp now) {
        jdbc.sql("""
                insert into member (company_id, user_id, name, locale, time_zone, account_admin, connected_at)
                values (:company, :user, :name, :locale, :zone, :admin, :now)
                on conflict (company_id, user_id) do update set name = excluded.name, locale = excluded.locale,
                  time_zone = excluded.time_zone, account_admin = excluded.account_admin
                """)
                .param("company", user.id().company().value())
                .param("user", user.id().user().value())
                .param("name", user.name())
                .param("locale", user.locale().toLanguageTag())
                .param("zone", user.timeZone().getId())
                .param("admin", Members.administers(user))
                .param("now", now)
                .update();
    }

    private static Member row(ResultSet row, int number) throws SQLException {
        boolean dead = row.getBoolean("dead");
        Member.Connection connection =
                row.wasNull() ? Member.Connection.NONE : dead ? Member.Connection.DEAD : Member.Connection.CONNECTED;
        return new Member(
                MemberId.of(row.getLong("company_id"), row.getLong("user_id")),
                row.getString("name"),
                row.getString("company_name"),
                row.getString("country"),
                Locale.forLanguageTag(row.getString("locale")),
                ZoneId.of(row.getString("time_zone")),
                row.getBoolean("account_admin"),
                connection);
    }
}

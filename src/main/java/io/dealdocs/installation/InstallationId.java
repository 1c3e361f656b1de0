package io.dealdocs.installation;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Our name among all connectors that may share a Docs server; made once, at the first start. */
@Component
public class InstallationId {

    private static final int BYTES = 6;
    private final String value;

    InstallationId(JdbcClient jdbc) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        jdbc.sql("insert into installation (id) values (:id) on conflict do nothing")
                .param("id", "dd" + HexFormat.of().formatHex(random))
                .update();
        this.value = jdbc.sql("select id from installation").query(String.class).single();
    }

    /** Letters and digits only. */
    public String value() {
        return value;
    }
}

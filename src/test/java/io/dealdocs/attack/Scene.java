package io.dealdocs.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.Consent;
import io.dealdocs.access.Capabilities;
import io.dealdocs.access.Tickets;
import io.dealdocs.documents.DealDocuments;
import io.dealdocs.documents.DocumentVersions;
import io.dealdocs.editing.EditorSessions;
import io.dealdocs.publishing.PublicationDesk;
import io.dealdocs.sandbox.docs.DocsSandbox;
import io.dealdocs.sandbox.docs.DocsSandboxOptions;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.settings.CompanySettings;
import io.dealdocs.settings.DocsSettings;
import io.dealdocs.settings.NewDocsSettings;
import io.dealdocs.settings.SaveOutcome;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What is there to be attacked: the running application with two companies, each with a Docs server of its own. Acme has
 * what is worth having; the attackers are people of Globex, a colleague, and strangers.
 */
final class Scene implements AutoCloseable {

    static final MemberId ADA = MemberId.of(PipedriveSandbox.ACME, 1001);
    static final MemberId BEN = MemberId.of(PipedriveSandbox.ACME, 1002);
    /** Has Ada's number, and is an admin of Globex. */
    static final MemberId GUS = MemberId.of(PipedriveSandbox.GLOBEX, 1001);
    /** Her two numbers add up to Ada's sum. */
    static final MemberId GINA = MemberId.of(PipedriveSandbox.GLOBEX, 1000);

    /** Ada's alone at Acme; Globex has a deal of the same number. */
    static final DealId PRIVATE = new DealId(2);
    /** Everybody's at Acme; Globex has none of this number. */
    static final DealId SHARED = new DealId(5);

    static final String ACME_HEADER = "X-Acme-Proof";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String app;
    private final PipedriveSandbox pipedrive;
    private final DocsSandbox operatorsDocs;
    private final ApplicationContext context;
    private final LogWatch log;
    private final DocsSandbox acmeDocs;
    private final DocsSandbox globexDocs;
    private final Map<String, Config> configs = new ConcurrentHashMap<>();
    private final Booty booty;

    Scene(String app, PipedriveSandbox pipedrive, DocsSandbox operatorsDocs, ApplicationContext context, LogWatch log) {
        this.app = app;
        this.pipedrive = pipedrive;
        this.operatorsDocs = operatorsDocs;
        this.context = context;
        this.log = log;
        log.attach();
        // Attackers click faster than people do.
        pipedrive.faults().burst(1_000_000);
        List.of(ADA, BEN, GUS, GINA).forEach(this::connect);
        acmeDocs = DocsSandbox.start(
                DocsSandboxOptions.quick().withSecret(Booty.DOCS_SECRET).withHeader(ACME_HEADER));
        globexDocs = DocsSandbox.start(DocsSandboxOptions.quick().withSecret("globex-docs-secret-which-gus-knows"));
        use(ADA, acmeDocs);
        use(GUS, globexDocs);
        booty = Booty.lay(this);
        booty.acmes().forEach(document -> config(ADA, document));
        config(GUS, booty.globexs());
    }

    void connect(MemberId member) {
        Consent.give(app, pipedrive, member.company().value(), member.user().value());
    }

    /** Lets a company use a Docs server. */
    void use(MemberId admin, DocsSandbox docs) {
        SaveOutcome outcome = settings()
                .save(
                        admin,
                        new NewDocsSettings(
                                docs.origin(),
                                Optional.of(docs.secret()),
                                docs.options().header(),
                                DocsSettings.CoEditing.FAST,
                                settings().of(admin.company()).version()));
        assertThat(outcome).isInstanceOf(SaveOutcome.Saved.class);
    }

    String app() {
        return app;
    }

    PipedriveSandbox pipedrive() {
        return pipedrive;
    }

    /** The Docs server for companies without one of their own. */
    DocsSandbox operatorsDocs() {
        return operatorsDocs;
    }

    DocsSandbox acmeDocs() {
        return acmeDocs;
    }

    DocsSandbox globexDocs() {
        return globexDocs;
    }

    Booty booty() {
        return booty;
    }

    DealDocuments documents() {
        return bean(DealDocuments.class);
    }

    EditorSessions sessions() {
        return bean(EditorSessions.class);
    }

    DocumentVersions versions() {
        return bean(DocumentVersions.class);
    }

    PublicationDesk publications() {
        return bean(PublicationDesk.class);
    }

    CompanySettings settings() {
        return bean(CompanySettings.class);
    }

    Capabilities capabilities() {
        return bean(Capabilities.class);
    }

    Tickets tickets() {
        return bean(Tickets.class);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    ApplicationContext context() {
        return context;
    }

    /** What the application has written into its log since the attempts began. */
    LogWatch log() {
        return log;
    }

    /** Where the operator looks. */
    String management() {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(context.getEnvironment().getProperty("local.management.port"));
    }

    /** What a member's browser is given to open a document. */
    Config config(MemberId member, DocumentId document) {
        // Once: else each use would ask Pipedrive with the member's token.
        return configs.computeIfAbsent(
                member + " " + document,
                _ -> new Config(
                        JSON.readTree(sessions().launch(member, document, false).config())));
    }

    /** An editor's config, of which everything but the token is there to be read. */
    record Config(JsonNode json) {

        String key() {
            return json.path("document").path("key").asString();
        }

        String content() {
            return json.path("document").path("url").asString();
        }

        String callback() {
            return json.path("editorConfig").path("callbackUrl").asString();
        }

        String token() {
            return json.path("token").asString();
        }

        String user() {
            return json.path("editorConfig").path("user").path("id").asString();
        }
    }

    /** A panel token as Pipedrive makes it. */
    String panelToken(MemberId member) {
        return pipedrive.frameToken(member.company().value(), member.user().value());
    }

    /** Leaves the world to others as it was before. */
    @Override
    public void close() {
        jdbc().sql("update editing_session set ended_at = now() where ended_at is null and docs_url in (:urls)")
                .param("urls", List.of(acmeDocs.origin(), globexDocs.origin()))
                .update();
        jdbc().sql("delete from docs_settings where company_id in (:companies)")
                .param("companies", List.of(ADA.company().value(), GUS.company().value()))
                .update();
        booty.clear();
        acmeDocs.close();
        globexDocs.close();
        pipedrive.faults().clear();
    }
}

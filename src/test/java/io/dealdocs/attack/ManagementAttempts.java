package io.dealdocs.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Looks for what is meant for the operator where everybody is, for everybody's where the operator is, and for the unknown. */
final class ManagementAttempts {

    private static final Set<String> ROUTES = Set.of(
            "",
            "connect",
            "create",
            "documents/:document",
            "panel",
            "settings",
            "/docs/callback/{capability}",
            "/docs/content/{capability}",
            "/downloads/{capability}",
            "/login/oauth2/code/pipedrive");
    // Spring's own, which tells nothing, and Vaadin's page in place of the one that is not there.
    private static final Set<String> FRAMEWORKS = Set.of("${server.error.path:${error.path:/error}}", "/error");

    // Of views that only tests have.
    private static final Set<String> TESTS = Set.of("hosted", "nothing", "page");

    private ManagementAttempts() {}

    static Stream<Attempt> all() {
        return Stream.of(unknown(), management(), elsewhere(), talkative()).flatMap(it -> it);
    }

    private static Stream<Attempt> unknown() {
        return Stream.of(Fault.FOREIGN_REFERENCE.attempt("a route that no attempt knows", (scene, client) -> {
            Set<String> routes = new TreeSet<>();
            scene.context().getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                    .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                    .forEach(route -> routes.addAll(route.getPatternValues()));
            ApplicationRouteRegistry.getInstance(new VaadinServletContext(scene.bean(ServletContext.class)))
                    .getRegisteredRoutes()
                    .forEach(route -> routes.add(route.getTemplate()));
            routes.removeAll(FRAMEWORKS);
            routes.removeAll(TESTS);
            assertThat(routes).isEqualTo(new TreeSet<>(ROUTES));
        }));
    }

    private static Stream<Attempt> talkative() {
        return Stream.of(
                        "/docs/callback/nonsense",
                        "/docs/content/nonsense",
                        "/downloads/nonsense",
                        "/documents/nonsense",
                        "/login/oauth2/code/pipedrive?code=x&state=y",
                        "/?v-r=uidl&v-uiId=0",
                        "/?v-r=init&location=%00",
                        "/%2e%2e/WEB-INF/web.xml",
                        "/VAADIN/nonsense")
                .flatMap(path -> Stream.of("GET", "POST", "DELETE", "TRACE")
                        .map(method -> Fault.TALKATIVE_ERROR.attempt(method + " " + path, (scene, client) -> {
                            Answer answer = client.send(method, path, "{\"token\":");
                            assertThat(answer.text())
                                    .doesNotContain(
                                            "Exception",
                                            "io.dealdocs",
                                            "org.springframework",
                                            "at java",
                                            "tomcat",
                                            "SQL");
                            assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
                        })));
    }

    private static Stream<Attempt> elsewhere() {
        return Stream.concat(
                List.of("/", "/panel", "/settings", "/connect").stream()
                        .map(path -> Fault.MANAGEMENT_IN_PUBLIC.attempt(
                                "the page " + path + " on the operator's port",
                                (scene, client) -> assertThat(client.get(scene.management() + path)
                                                .status())
                                        .isEqualTo(404))),
                Stream.of(
                        Fault.MANAGEMENT_IN_PUBLIC.attempt("content on the operator's port", (scene, client) -> {
                            String url = ContentAttempts.gusses(scene).content();
                            Answer answer = client.get(
                                    url.replace(scene.app(), scene.management()),
                                    "Authorization",
                                    "Bearer "
                                            + ContentAttempts.asking(
                                                    url, scene.globexDocs().secret()));
                            assertThat(answer.status()).isEqualTo(404);
                        }),
                        Fault.MANAGEMENT_IN_PUBLIC.attempt("health of one part", (scene, client) -> {
                            for (String part : List.of("db", "diskSpace", "liveness", "readiness")) {
                                Answer answer = client.get(scene.management() + "/actuator/health/" + part);
                                assertThat(answer.text()).doesNotContain("jdbc", "PostgreSQL", "path", "free");
                            }
                        }),
                        Fault.CROSS_SITE_REQUEST.attempt(
                                "evil.example reads the operator's figures", (scene, client) -> {
                                    Answer answer = client.get(
                                            scene.management() + "/actuator/prometheus",
                                            "Origin",
                                            "https://evil.example");
                                    assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
                                }),
                        Fault.VERB_CONFUSION.attempt("a change by the operator's port", (scene, client) -> {
                            for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
                                for (String path :
                                        List.of("health", "info", "prometheus", "shutdown", "loggers/ROOT")) {
                                    assertThat(client.send(method, scene.management() + "/actuator/" + path, "{}")
                                                    .status())
                                            .isIn(403, 404, 405);
                                }
                            }
                        })));
    }

    private static Stream<Attempt> management() {
        return Stream.concat(
                Stream.of(
                                "env",
                                "heapdump",
                                "threaddump",
                                "beans",
                                "configprops",
                                "loggers",
                                "mappings",
                                "shutdown",
                                "httpexchanges",
                                "sessions",
                                "flyway",
                                "scheduledtasks",
                                "logfile",
                                "caches")
                        .map(endpoint ->
                                Fault.MANAGEMENT_IN_PUBLIC.attempt("/actuator/" + endpoint, (scene, client) -> {
                                    assertThat(client.get(scene.management() + "/actuator/" + endpoint)
                                                    .status())
                                            .isEqualTo(404);
                                    hidden(client.get("/actuator/" + endpoint));
                                })),
                Stream.of(
                        told("health on the public port", client -> client.get("/actuator/health")),
                        told("figures on the public port", client -> client.get("/actuator/prometheus")),
                        Fault.MANAGEMENT_IN_PUBLIC.attempt("health with all its details", (scene, client) -> {
                            Answer answer = client.get(scene.management() + "/actuator/health");
                            assertThat(answer.text()).contains("UP").doesNotContain("jdbc", "postgres", "components");
                        }),
                        Fault.SECRET_IN_CLEAR.attempt("figures that tell secrets", (scene, client) -> {
                            Answer answer = client.get(scene.management() + "/actuator/prometheus");
                            assertThat(answer.text())
                                    .contains("jvm_memory")
                                    .doesNotContain("token=", "ticket=", "eyJ", "password");
                        }),
                        Fault.SECRET_IN_CLEAR.attempt(
                                "info that tells secrets",
                                (scene, client) -> assertThat(client.get(scene.management() + "/actuator/info")
                                                .text())
                                        .doesNotContain("secret", "key", "jdbc"))));
    }

    private static Attempt told(String what, Function<Client, Answer> question) {
        return Fault.MANAGEMENT_IN_PUBLIC.attempt(what, (scene, client) -> hidden(question.apply(client)));
    }

    private static void hidden(Answer answer) {
        assertThat(answer.text()).doesNotContain("\"status\"", "jvm_memory", "_links", "propertySources", "\"beans\"");
    }
}

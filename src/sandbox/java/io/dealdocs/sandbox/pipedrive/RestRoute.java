package io.dealdocs.sandbox.pipedrive;

import java.util.Set;

/**
 * One call of the REST interface.
 *
 * @param operation method and path without the version, the name that faults go by
 * @param method HTTP method
 * @param template path with the version, without the leading /api
 * @param cost tokens of the daily budget
 * @param scopes any one of these suffices
 */
record RestRoute(
        String operation, String method, PathTemplate template, int cost, Set<String> scopes, RestHandler handler) {

    static RestRoute of(String method, String template, int cost, Set<String> scopes, RestHandler handler) {
        String operation = method + " " + template.substring("/v1".length());
        return new RestRoute(operation, method, new PathTemplate(template), cost, scopes, handler);
    }
}

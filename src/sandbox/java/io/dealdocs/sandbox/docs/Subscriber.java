package io.dealdocs.sandbox.docs;

/**
 * Where a person's callbacks go.
 *
 * @param callbackUrl empty if the person came without one
 * @param base how the person's browser addresses the Docs server, and so how results are addressed
 */
record Subscriber(String callbackUrl, String base) {}

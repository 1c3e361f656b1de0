package io.dealdocs.installation;

import io.dealdocs.shared.MemberId;

/**
 * A member uninstalled the app.
 *
 * @param last whether nobody of the company is left
 */
public record Uninstalled(MemberId member, boolean last) {}

package io.dealdocs.sandbox.pipedrive;

import org.jspecify.annotations.Nullable;

/**
 * What a file hangs on.
 *
 * @param deal deal id
 * @param activity id of the activity it was added through
 * @param product id of the product it belongs to
 * @param project id of the project it belongs to
 * @param mailMessage id of the mail it came with
 * @param lead id of the lead it was added through
 */
public record FileLinks(
        @Nullable Long deal,
        @Nullable Long activity,
        @Nullable Long product,
        @Nullable Long project,
        @Nullable Long mailMessage,
        @Nullable String lead) {

    /** A plain attachment of a deal. */
    public static FileLinks plain(long deal) {
        return new FileLinks(deal, null, null, null, null, null);
    }

    /** Also an attachment of an activity. */
    public FileLinks withActivity(long id) {
        return new FileLinks(deal, id, product, project, mailMessage, lead);
    }

    /** Also a file of a product. */
    public FileLinks withProduct(long id) {
        return new FileLinks(deal, activity, id, project, mailMessage, lead);
    }

    /** Also a file of a project. */
    public FileLinks withProject(long id) {
        return new FileLinks(deal, activity, product, id, mailMessage, lead);
    }

    /** Also an attachment of a mail. */
    public FileLinks withMailMessage(long id) {
        return new FileLinks(deal, activity, product, project, id, lead);
    }

    /** Also an attachment of a lead. */
    public FileLinks withLead(String id) {
        return new FileLinks(deal, activity, product, project, mailMessage, id);
    }
}

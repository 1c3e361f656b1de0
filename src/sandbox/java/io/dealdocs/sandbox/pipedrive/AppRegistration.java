package io.dealdocs.sandbox.pipedrive;

import java.net.URI;

/**
 * The form that a vendor fills in at Pipedrive's Developer Hub.
 *
 * @param name what people see on the consent page and above the panel
 * @param clientId public id of the app
 * @param clientSecret shared secret of the token endpoint and of the uninstall call
 * @param extensionSecret key of the signed tokens that frames get
 * @param callbackUrl the one redirect address, which also gets the uninstall call
 * @param installationUrl where an installation from the Marketplace starts
 * @param panelUrl page of the deal panel
 * @param settingsUrl page of the app's settings
 * @param createModalUrl page of the custom modal
 * @param createModalId action id of the custom modal
 */
public record AppRegistration(
        String name,
        String clientId,
        String clientSecret,
        String extensionSecret,
        URI callbackUrl,
        URI installationUrl,
        URI panelUrl,
        URI settingsUrl,
        URI createModalUrl,
        String createModalId) {

    /** The registration that the demo uses, for an app at the given origin. */
    public static AppRegistration at(URI appOrigin) {
        return new AppRegistration(
                "DealDocs",
                "sandbox-client-id",
                "sandbox-client-secret",
                "sandbox-extension-secret-of-32-bytes-or-more",
                appOrigin.resolve("/login/oauth2/code/pipedrive"),
                appOrigin.resolve("/oauth2/authorization/pipedrive"),
                appOrigin.resolve("/panel"),
                appOrigin.resolve("/settings"),
                appOrigin.resolve("/create"),
                "create-document");
    }

    /** The same app with other credentials. */
    public AppRegistration withCredentials(String id, String secret, String frameSecret) {
        return new AppRegistration(
                name,
                id,
                secret,
                frameSecret,
                callbackUrl,
                installationUrl,
                panelUrl,
                settingsUrl,
                createModalUrl,
                createModalId);
    }

    /** The same app with another start of the installation. */
    public AppRegistration withInstallationUrl(URI url) {
        return new AppRegistration(
                name,
                clientId,
                clientSecret,
                extensionSecret,
                callbackUrl,
                url,
                panelUrl,
                settingsUrl,
                createModalUrl,
                createModalId);
    }

    /** The same app with other pages in its frames. */
    public AppRegistration withFrames(URI panel, URI settings, URI createModal) {
        return new AppRegistration(
                name,
                clientId,
                clientSecret,
                extensionSecret,
                callbackUrl,
                installationUrl,
                panel,
                settings,
                createModal,
                createModalId);
    }

    @Override
    public String toString() {
        return "AppRegistration[" + name + ", " + clientId + ", " + callbackUrl + "]";
    }
}

package io.dealdocs.panelhost;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.io.Serializable;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the host wrote into a framed page's address (pipedrive contract, section 2.2). Only the token is signed; the rest
 * is a wish to be checked.
 *
 * @param hosted whether a host is there to talk to
 * @param token the signed token, if there is one
 * @param resource what kind of thing the page belongs to
 * @param selectedIds which one, or several in a list
 * @param data what one of our own pages gave along when it opened this one as a modal
 * @param dark whether the person uses the dark theme
 */
public record HostAddress(
        boolean hosted, @Nullable String token, String resource, String selectedIds, String data, boolean dark)
        implements Serializable {

    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern MODAL_DEAL = Pattern.compile("\"deal\"\\s*:\\s*\"([1-9][0-9]{0,17})\"");

    /** Reads an address's parameters. */
    public static HostAddress of(QueryParameters query) {
        return new HostAddress(
                query.getSingleParameter("id").filter(id -> !id.isBlank()).isPresent(),
                query.getSingleParameter("token")
                        .filter(token -> !token.isBlank())
                        .orElse(null),
                query.getSingleParameter("resource").orElse(""),
                query.getSingleParameter("selectedIds").orElse(""),
                query.getSingleParameter("data").orElse(""),
                query.getSingleParameter("theme").filter("dark"::equals).isPresent());
    }

    /** The one deal the page belongs to; empty where it is another kind of thing or more than one. */
    public OptionalLong deal() {
        if (resource.equals("deal") && ID.matcher(selectedIds).matches()) {
            return OptionalLong.of(Long.parseLong(selectedIds));
        }
        Matcher given = MODAL_DEAL.matcher(data);
        return given.find() ? OptionalLong.of(Long.parseLong(given.group(1))) : OptionalLong.empty();
    }

    /** Takes the token out of the browser's address; the other parameters stay, the host's own code needs them. */
    public static void forgetToken(UI ui, Location location) {
        Location clean =
                new Location(location.getPath(), location.getQueryParameters().excluding("token"));
        ui.getPage().getHistory().replaceState(null, clean);
    }
}

package io.dealdocs.onlyoffice;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.netty.http.client.HttpClientConfig;
import reactor.netty.transport.ClientTransport.ResolvedAddressSelector;

/**
 * Keeps a name from leading our server into its own network. Whoever owns a name decides where it leads, and may decide
 * otherwise as soon as it was checked: so the addresses are looked at when a connection is made, and no earlier. A Docs
 * server that is written as a number leads where everybody can see.
 */
final class OutsideNames implements ResolvedAddressSelector<HttpClientConfig> {

    private static final String ALL = "*";
    private static final int IPV4_BYTES = 4;

    private final Set<String> inside;

    /**
     * Knows the exceptions.
     *
     * @param inside names, or addresses with such, that the operator lets lie in our own network; a star for all
     */
    OutsideNames(Collection<String> inside) {
        this.inside = inside.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(OutsideNames::host)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String host(String text) {
        String name = text.contains("://") ? String.valueOf(URI.create(text).getHost()) : text;
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public List<? extends SocketAddress> apply(HttpClientConfig config, List<? extends SocketAddress> resolved) {
        List<? extends SocketAddress> outside =
                resolved.stream().filter(this::mayBeCalled).toList();
        if (outside.isEmpty()) {
            throw new DocumentServerException.InsideName();
        }
        return outside;
    }

    private boolean mayBeCalled(SocketAddress resolved) {
        return !(resolved instanceof InetSocketAddress address)
                || isNumber(address.getHostString())
                || inside.contains(ALL)
                || inside.contains(address.getHostString().toLowerCase(Locale.ROOT))
                || !isInside(address.getAddress());
    }

    private static boolean isNumber(String host) {
        return NetUtil.isValidIpV4Address(host) || NetUtil.isValidIpV6Address(host);
    }

    static boolean isInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (bytes.length == IPV4_BYTES ? isInsideV4(bytes) : isInsideV6(bytes));
    }

    // "This" network, and a carrier's own: 0.0.0.0/8 and 100.64.0.0/10.
    private static boolean isInsideV4(byte[] bytes) {
        return bytes[0] == 0 || (bytes[0] == 100 && (bytes[1] & 0xc0) == 0x40);
    }

    // Unique local addresses, and those that a gateway turns into IPv4: fc00::/7 and 64:ff9b::/96.
    private static boolean isInsideV6(byte[] bytes) {
        return (bytes[0] & 0xfe) == 0xfc
                || (bytes[0] == 0 && bytes[1] == 0x64 && bytes[2] == (byte) 0xff && bytes[3] == (byte) 0x9b);
    }
}

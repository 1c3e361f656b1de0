package io.dealdocs.sandbox.pipedrive;

/** The header that tells a browser to save a file under a name. */
final class Disposition {
    private Disposition() {}

    static String attachment(String name) {
        String plain = name.replaceAll("[^\\x20-\\x7e]|[\"\\\\]", "_");
        String encoded = Form.encode(name).replace("+", "%20");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}

package io.dealdocs.sandbox.docs.office;

/** Where an element stands in a part. */
record Range(int from, int to) {

    /** The element the cursor stands at the start of; moves the cursor to its end. */
    static Range element(XmlCursor cursor) {
        int from = cursor.start();
        if (cursor.kind() == XmlCursor.Kind.START) {
            cursor.skip();
        }
        return new Range(from, cursor.end());
    }

    String of(String xml) {
        return xml.substring(from, to);
    }
}

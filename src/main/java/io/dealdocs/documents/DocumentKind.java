package io.dealdocs.documents;

/** The three kinds of documents that can be created. */
public enum DocumentKind {
    DOCUMENT("docx"),
    SPREADSHEET("xlsx"),
    PRESENTATION("pptx");

    private final String extension;

    DocumentKind(String extension) {
        this.extension = extension;
    }

    /** The extension of its files, without the dot. */
    public String extension() {
        return extension;
    }
}

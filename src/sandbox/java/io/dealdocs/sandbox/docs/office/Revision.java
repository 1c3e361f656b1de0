package io.dealdocs.sandbox.docs.office;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A frozen state of a document that can be written as a file. */
@FunctionalInterface
public interface Revision {

    /**
     * Writes the file with the changes in it.
     *
     * @param source the file as it was opened
     * @param out receives the new file; left open
     */
    void write(Path source, OutputStream out) throws IOException;
}

package io.dealdocs.sandbox.pipedrive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * An active file as a test wants to see it.
 *
 * @param id Pipedrive's id of the file
 * @param name the visible name
 * @param size bytes
 * @param userId who uploaded it
 * @param addTime when it was uploaded
 * @param updateTime when it was last renamed
 * @param links what it hangs on
 * @param content where the bytes lie
 */
public record SandboxFile(
        long id,
        String name,
        long size,
        long userId,
        Instant addTime,
        Instant updateTime,
        FileLinks links,
        Path content) {

    /** The whole content. */
    public byte[] bytes() {
        try {
            return Files.readAllBytes(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

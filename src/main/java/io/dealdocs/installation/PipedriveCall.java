package io.dealdocs.installation;

import io.dealdocs.pipedrive.PipedriveAccess;
import java.io.IOException;

/**
 * Something asked of Pipedrive in a member's name.
 *
 * @param <T> the answer
 */
@FunctionalInterface
public interface PipedriveCall<T> {

    T with(PipedriveAccess access) throws IOException;
}

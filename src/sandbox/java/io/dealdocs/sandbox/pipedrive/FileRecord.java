package io.dealdocs.sandbox.pipedrive;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file as it is kept; its content lies beside it under the storage name and never changes. */
record FileRecord(
        long companyId,
        long id,
        long userId,
        Instant addTime,
        Instant updateTime,
        String name,
        String storageName,
        long size,
        FileLinks links,
        FileOrigin origin,
        @Nullable String description,
        @Nullable Instant deletedAt) {

    boolean active() {
        return deletedAt == null;
    }

    boolean at(Company company) {
        return companyId == company.id();
    }

    boolean onDeal(long dealId) {
        return links.deal() != null && links.deal() == dealId;
    }

    FileRecord renamed(Optional<String> newName, Optional<String> newDescription, Instant now) {
        return new FileRecord(
                companyId,
                id,
                userId,
                addTime,
                now,
                newName.orElse(name),
                storageName,
                size,
                links,
                origin,
                newDescription.orElse(description),
                deletedAt);
    }

    FileRecord deleted(Instant now) {
        return new FileRecord(
                companyId, id, userId, addTime, now, name, storageName, size, links, origin, description, now);
    }

    FileRecord hangingOn(FileLinks other) {
        return new FileRecord(
                companyId,
                id,
                userId,
                addTime,
                updateTime,
                name,
                storageName,
                size,
                other,
                origin,
                description,
                deletedAt);
    }
}

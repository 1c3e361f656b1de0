package io.dealdocs.sandbox.pipedrive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everything that changes in the sandbox; only used inside {@link SandboxState}. */
final class Book {
    private final TreeMap<Long, TreeMap<Long, FileRecord>> files = new TreeMap<>();
    private final TreeMap<Long, Long> lastFileIds = new TreeMap<>();
    final Map<String, Grant.Code> codes = new LinkedHashMap<>();
    final Map<String, Grant.Access> accessTokens = new LinkedHashMap<>();
    final Map<String, Grant.Refresh> refreshTokens = new LinkedHashMap<>();
    final TreeSet<Member> installed = new TreeSet<>();
    final TreeMap<Member, User.Theme> themes = new TreeMap<>();

    long nextFileId(Company company) {
        return lastFileIds.merge(company.id(), 1L, Long::sum);
    }

    void put(FileRecord file) {
        files.computeIfAbsent(file.companyId(), _ -> new TreeMap<>()).put(file.id(), file);
    }

    void purge(FileRecord file) {
        files.getOrDefault(file.companyId(), new TreeMap<>()).remove(file.id());
    }

    Optional<FileRecord> file(Company company, long id) {
        return Optional.ofNullable(
                files.getOrDefault(company.id(), new TreeMap<>()).get(id));
    }

    Stream<FileRecord> files(Company company) {
        return files.getOrDefault(company.id(), new TreeMap<>()).values().stream();
    }

    Stream<FileRecord> allFiles() {
        return files.values().stream().flatMap(some -> some.values().stream());
    }

    void forget(Member member) {
        codes.values().removeIf(code -> code.member().equals(member));
        accessTokens.values().removeIf(token -> token.member().equals(member));
        refreshTokens.values().removeIf(token -> token.member().equals(member));
        installed.remove(member);
    }

    void clear() {
        files.clear();
        lastFileIds.clear();
        codes.clear();
        accessTokens.clear();
        refreshTokens.clear();
        installed.clear();
        themes.clear();
    }

    Snapshot snapshot(long movedSeconds) {
        return new Snapshot(
                movedSeconds,
                new TreeMap<>(lastFileIds),
                allFiles().toList(),
                List.copyOf(codes.values()),
                List.copyOf(accessTokens.values()),
                List.copyOf(refreshTokens.values()),
                List.copyOf(installed),
                themes.entrySet().stream()
                        .map(entry -> new Snapshot.ThemeChoice(entry.getKey(), entry.getValue()))
                        .toList());
    }

    void load(Snapshot snapshot) {
        clear();
        lastFileIds.putAll(snapshot.lastFileIds());
        snapshot.files().forEach(this::put);
        snapshot.codes().forEach(code -> codes.put(code.value(), code));
        snapshot.accessTokens().forEach(token -> accessTokens.put(token.value(), token));
        snapshot.refreshTokens().forEach(token -> refreshTokens.put(token.value(), token));
        installed.addAll(snapshot.installed());
        snapshot.themes().forEach(choice -> themes.put(choice.member(), choice.theme()));
    }
}

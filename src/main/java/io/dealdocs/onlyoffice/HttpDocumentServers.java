package io.dealdocs.onlyoffice;

import io.dealdocs.shared.ContentSink;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Speaks to Docs servers over HTTP. */
final class HttpDocumentServers implements DocumentServers {

    private final HttpCommands commands;
    private final HttpDownloads downloads;

    HttpDocumentServers(HttpCommands commands, HttpDownloads downloads) {
        this.commands = commands;
        this.downloads = downloads;
    }

    @Override
    public String version(DocsServer server) {
        var answer = commands.sendByHeader(server, command("version")).requireOk();
        return CallbackReader.text(answer.body().get("version"))
                .orElseThrow(() -> new DocumentServerException.NotADocsServer("the answer has no version"));
    }

    @Override
    public ForceSave forceSave(DocsServer server, String key, String userData) {
        var answer = commands.send(server, command("forcesave", "key", key, "userdata", userData));
        return switch (answer.error()) {
            case CommandAnswer.OK -> ForceSave.STARTED;
            case CommandAnswer.NOTHING_NEW -> ForceSave.NOTHING_NEW;
            case CommandAnswer.UNKNOWN_KEY -> ForceSave.UNKNOWN_KEY;
            default -> throw answer.failure();
        };
    }

    @Override
    public Optional<List<String>> info(DocsServer server, String key, String userData) {
        return known(commands.send(server, command("info", "key", key, "userdata", userData)))
                .map(answer -> answer.texts("users"));
    }

    @Override
    public void drop(DocsServer server, String key, List<String> users) {
        var command = command("drop", "key", key);
        if (!users.isEmpty()) {
            command.put("users", users);
        }
        commands.send(server, command).requireOk();
    }

    @Override
    public void retitle(DocsServer server, String key, String title) {
        var meta = Map.of("title", ShortText.name(title));
        commands.send(server, command("meta", "key", key, "meta", meta)).requireOk();
    }

    @Override
    public List<String> forgotten(DocsServer server) {
        return commands.send(server, command("getForgottenList")).requireOk().texts("keys");
    }

    @Override
    public Optional<URI> forgottenFile(DocsServer server, String key) {
        return known(commands.send(server, command("getForgotten", "key", key)))
                .map(answer -> SavedFileReader.address(answer.body().get("url")).orElseThrow(answer::failure));
    }

    @Override
    public void deleteForgotten(DocsServer server, String key) {
        // What is not there any more needs no deleting.
        known(commands.send(server, command("deleteForgotten", "key", key)));
    }

    @Override
    public <T> T download(DocsServer server, URI result, long limit, ContentSink<T> sink) throws IOException {
        return downloads.download(ResultAddress.internal(server, result), limit, sink);
    }

    private static Optional<CommandAnswer> known(CommandAnswer answer) {
        return answer.is(CommandAnswer.UNKNOWN_KEY) ? Optional.empty() : Optional.of(answer.requireOk());
    }

    private static Map<String, Object> command(String name, Object... fields) {
        var command = new LinkedHashMap<String, Object>();
        command.put("c", name);
        for (var i = 0; i < fields.length; i += 2) {
            command.put((String) fields[i], fields[i + 1]);
        }
        return command;
    }
}

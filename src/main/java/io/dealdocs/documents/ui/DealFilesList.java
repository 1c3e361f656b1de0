package io.dealdocs.documents.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializablePredicate;
import com.vaadin.flow.function.SerializableRunnable;
import io.dealdocs.documents.DealFile;
import io.dealdocs.ui.FileIcon;
import io.dealdocs.ui.Icon;
import io.dealdocs.ui.Sentences;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lines of a deal. The browser draws them from the data alone, so that a thousand open panels cost the server
 * little more than that data.
 */
final class DealFilesList extends Composite<VirtualList<DealFile>> {

    private static final long serialVersionUID = 1L;
    private static final String ROW = """
        <div class="dd-row" data-testid="file-row" data-name="${item.name}">
          <span class="dd-file dd-file-${item.family}" aria-hidden="true">${item.sheet}</span>
          <div class="dd-row-text">
            ${item.openable
              ? html`<button type="button" class="dd-name" title="${item.name}" data-testid="open-name"
                  data-opens-tab="${item.ref}" @click="${openFile}"><span>${item.name}</span></button>`
              : item.outside
                ? html`<a class="dd-name" href="${item.outside}" target="_blank" rel="noopener" title="${item.opening}"
                    data-testid="open-outside" data-outside="${item.leaving}"><span>${item.name}</span></a>`
                : html`<div class="dd-name" title="${item.opening}"><span>${item.name}</span></div>`}
            <div class="dd-about" title="${item.aboutInFull}">${item.about}</div>
            ${item.state
              ? html`<div class="dd-state dd-state-${item.mood}" data-testid="file-state"
                  title="${item.stateInFull}">${item.state}</div>`
              : ''}
          </div>
          <div class="dd-row-actions">
            ${item.openable
              ? html`<button type="button" class="dd-icon-button" data-testid="open" title="${item.opening}"
                  aria-label="${item.opening}" data-opens-tab="${item.ref}" @click="${openFile}"
                  ><span class="dd-i ${item.pen}"></span></button>`
              : ''}
            ${item.savable
              ? html`<button type="button" class="dd-icon-button" data-testid="download" title="${item.save}"
                  aria-label="${item.save}" @click="${saveFile}"
                  ><span class="dd-i dd-i-download"></span></button>`
              : ''}
            ${item.deletable
              ? html`<button type="button" class="dd-icon-button" data-testid="delete" title="${item.remove}"
                  aria-label="${item.remove}" @click="${deleteFile}"
                  ><span class="dd-i dd-i-bin"></span></button>`
              : ''}
            ${item.more
              ? html`<button type="button" class="dd-icon-button" data-testid="details" title="${item.more}"
                  aria-label="${item.more}" @click="${showDetails}"
                  ><span class="dd-i dd-i-more"></span></button>`
              : ''}
          </div>
        </div>
        """;

    // So that the next hundred is there before the scrolling comes to an end.
    private static final int NEAR_THE_END = 20;

    private final SerializableRunnable nearTheEnd;
    private List<DealFile> shown = List.of();

    /** What a person can do with a line. */
    record Deeds(
            SerializableConsumer<DealFile> open,
            SerializableConsumer<DealFile> download,
            SerializableConsumer<DealFile> delete,
            SerializableConsumer<DealFile> details) {}

    /**
     * Makes an empty list.
     *
     * @param nearTheEnd the browser drew, or scrolled to, one of the last lines
     */
    DealFilesList(Sentences sentences, Deeds deeds, SerializableRunnable nearTheEnd) {
        this.nearTheEnd = nearTheEnd;
        VirtualList<DealFile> list = getContent();
        list.setId("deal-files");
        list.addClassName("dd-list");
        list.getElement().setAttribute("aria-label", getTranslation("panel.list"));
        list.setItemAccessibleNameGenerator(DealFile::name);
        list.setRenderer(row(sentences, new FileRow(sentences), deeds));
        list.setDataProvider(new CallbackDataProvider<>(this::lines, _ -> shown.size()));
    }

    /** Shows these lines; the same ones again change nothing. */
    void show(List<DealFile> files) {
        if (!files.equals(shown)) {
            shown = files;
            getContent().getDataProvider().refreshAll();
        }
    }

    private Stream<DealFile> lines(Query<DealFile, Void> range) {
        int end = range.getOffset() + range.getLimit();
        if (end > shown.size() - NEAR_THE_END) {
            nearTheEnd.run();
        }
        return shown.stream().skip(range.getOffset()).limit(range.getLimit());
    }

    private static Renderer<DealFile> row(Sentences sentences, FileRow words, Deeds deeds) {
        return LitRenderer.<DealFile>of(ROW)
                .withProperty("ref", file -> file.ref().value())
                .withProperty("name", DealFile::name)
                .withProperty("family", file -> FileIcon.family(FileIcon.extension(file.name())))
                .withProperty("sheet", file -> FileIcon.label(FileIcon.extension(file.name())))
                .withProperty("about", words::about)
                .withProperty("aboutInFull", words::aboutInFull)
                .withProperty("state", words::state)
                .withProperty("stateInFull", words::stateInFull)
                .withProperty("mood", words::mood)
                .withProperty("opening", words::opening)
                .withProperty("pen", file -> (edits(file) ? Icon.PEN : Icon.EYE).className())
                .withProperty("outside", DealFile::outside)
                .withProperty("leaving", file -> sentences.text("panel.google.ready", file.name()))
                .withProperty("openable", FileRow::openable)
                .withProperty("savable", FileRow::savable)
                .withProperty("deletable", DealFile::deletable)
                .withProperty("save", file -> sentences.text("panel.download", file.name()))
                .withProperty("remove", file -> sentences.text("panel.delete", file.name()))
                .withFunction("openFile", only(FileRow::openable, deeds.open()))
                .withFunction("saveFile", only(FileRow::savable, deeds.download()))
                .withProperty("more", file -> sentences.text("panel.details", file.name()))
                .withFunction("showDetails", file -> deeds.details().accept(file))
                .withFunction("deleteFile", only(DealFile::deletable, deeds.delete()));
    }

    private static boolean edits(DealFile file) {
        return file.opening() == DealFile.Opening.EDIT;
    }

    // The browser may ask for a deed that its line does not offer; that is ignored.
    private static SerializableConsumer<DealFile> only(
            SerializablePredicate<DealFile> offered, SerializableConsumer<DealFile> deed) {
        return file -> {
            if (offered.test(file)) {
                deed.accept(file);
            }
        };
    }
}

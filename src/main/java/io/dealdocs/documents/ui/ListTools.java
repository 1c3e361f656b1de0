package io.dealdocs.documents.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableConsumer;
import io.dealdocs.documents.ui.ListChoice.Order;
import java.util.List;

/** Looks for names in the list and orders it; shown only where there is something to look for. */
final class ListTools extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    // Fewer lines are seen at a glance.
    private static final int FEW = 7;
    private static final int PAUSE_MILLIS = 150;

    private final TextField search = new TextField();
    private final Element order = new Element("select");
    private final SerializableConsumer<ListChoice> chosen;

    ListTools(SerializableConsumer<ListChoice> chosen) {
        this.chosen = chosen;
        setUpSearch();
        setUpOrder();
        getContent().addClassName("dd-list-tools");
        getContent().add(search);
        getContent().getElement().appendChild(order);
        getContent().setVisible(false);
    }

    private void setUpSearch() {
        search.setId("search");
        search.setPlaceholder(getTranslation("panel.search"));
        search.setAriaLabel(getTranslation("panel.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(PAUSE_MILLIS);
        search.addValueChangeListener(_ -> chosen.accept(choice()));
    }

    private void setUpOrder() {
        order.setAttribute("id", "order");
        order.setAttribute("class", "dd-select");
        order.setAttribute("aria-label", getTranslation("panel.order"));
        List.of(Order.values()).forEach(each -> order.appendChild(option(each)));
        order.setProperty("value", Order.NEWEST.name());
        order.addPropertyChangeListener("value", "change", _ -> chosen.accept(choice()));
    }

    private Element option(Order each) {
        return new Element("option")
                .setAttribute("value", each.name())
                .setText(
                        switch (each) {
                            case NEWEST -> getTranslation("panel.order.newest");
                            case NAME -> getTranslation("panel.order.name");
                            case SIZE -> getTranslation("panel.order.size");
                        });
    }

    /** What is chosen now. */
    ListChoice choice() {
        String value = order.getProperty("value", "");
        Order wanted = List.of(Order.values()).stream()
                .filter(each -> each.name().equals(value))
                .findFirst()
                .orElse(Order.NEWEST);
        return new ListChoice(search.getValue(), wanted);
    }

    /** Shows itself where so many lines need it; once used it stays. */
    void offer(ReadLines lines) {
        getContent().setVisible(lines.all().size() > FEW || !lines.complete() || choice().needsAll());
    }
}

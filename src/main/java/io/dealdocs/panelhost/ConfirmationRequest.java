package io.dealdocs.panelhost;

import java.io.Serializable;

/**
 * A question before something that cannot be taken back.
 *
 * @param title the question
 * @param description what follows from a yes
 * @param ok the word on the button that does it
 * @param cancel the word on the button that does not
 */
public record ConfirmationRequest(String title, String description, String ok, String cancel) implements Serializable {}

package io.dealdocs.sandbox.docs.office;

/**
 * A paragraph.
 *
 * @param group the slide it stands on, counted from 0; 0 in text documents
 * @param role how it looks: body, title, heading, list
 * @param by who suggested the present text, empty when it is not a suggestion
 */
public record Line(String id, int group, String role, String text, String by) implements Page.Item {}

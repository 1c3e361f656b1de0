package io.dealdocs.sandbox.docs;

import io.dealdocs.sandbox.docs.office.Author;

/**
 * One person's open editor.
 *
 * @param id unguessable; whoever knows it speaks for this editor
 * @param base how this person's browser addresses the Docs server
 */
record Editor(String id, OpenConfig config, String base, Wire wire, Session session) {

    Author user() {
        return config.user();
    }

    boolean writes() {
        return config.rights().writes();
    }

    /** How others see this person. */
    Person person() {
        return new Person(user().id(), user().name(), writes());
    }

    /** A person in the list of those present. */
    record Person(String id, String name, boolean editor) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof Editor editor && editor.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "Editor[" + user().id() + "]";
    }
}

package io.dealdocs.sandbox.docs.office;

/** Who made a change. */
public record Author(String id, String name) {}

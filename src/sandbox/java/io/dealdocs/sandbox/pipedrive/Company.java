package io.dealdocs.sandbox.pipedrive;

/** A Pipedrive account. */
record Company(long id, String name, String domain, String country, String industry) {}

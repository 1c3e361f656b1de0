package io.dealdocs.sandbox.docs;

import java.nio.file.Path;

/** What every part of one running sandbox shares. */
record World(Settings settings, SandboxClock clock, Faults faults, RequestLog requests, Timers timers, Path folder) {}

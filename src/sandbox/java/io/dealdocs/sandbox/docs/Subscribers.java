package io.dealdocs.sandbox.docs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where each person of a session wants its callbacks; who is unknown is spoken for by the one who came last. */
final class Subscribers {

    private final Map<String, Subscriber> byUser = new ConcurrentHashMap<>();
    private volatile Subscriber last = new Subscriber("", "");

    void add(String userId, Subscriber subscriber) {
        last = subscriber;
        byUser.put(userId, subscriber);
    }

    Subscriber of(String userId) {
        return byUser.getOrDefault(userId, last);
    }

    Subscriber last() {
        return last;
    }

    boolean isEmpty() {
        return byUser.isEmpty();
    }
}

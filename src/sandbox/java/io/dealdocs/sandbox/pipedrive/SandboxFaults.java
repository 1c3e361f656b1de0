package io.dealdocs.sandbox.pipedrive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What goes wrong at Pipedrive, on demand.
 *
 * <p>An operation is a method and a path template as the REST interface knows them, without the version, as in
 * {@code POST /files}, {@code DELETE /files/{id}} or {@code GET /deals/{id}/files}; beside those {@code POST /oauth/token},
 * {@code POST /oauth/revoke} and {@code GET storage}; {@code *} is any of them.
 */
public final class SandboxFaults {
    /** What happens to a request that a fault was planned for. */
    enum Effect {
        STATUS,
        FORBIDDEN_PAGE,
        DELAY,
        HANG,
        LOST_ANSWER
    }

    private static final class Planned {
        final String operation;
        final Effect effect;
        final int status;
        final Duration delay;
        int left;

        Planned(String operation, Effect effect, int status, Duration delay, int times) {
            this.operation = operation;
            this.effect = effect;
            this.status = status;
            this.delay = delay;
            left = times;
        }
    }

    private record Hidden(long companyId, long dealId, long userId) {}

    private static final long EVERYBODY = 0;

    private final Set<Switch> initialSwitches;
    private final SandboxLimits initialLimits;
    private final List<Planned> planned = new ArrayList<>();
    private final Set<String> droppedScopes = new TreeSet<>();
    private final Set<Hidden> hiddenDeals = new HashSet<>();
    private final EnumSet<Switch> switches = EnumSet.noneOf(Switch.class);
    private SandboxLimits limits;
    private boolean frameStaysSilent;
    private boolean downloadWithoutRedirect;
    private CountDownLatch hanging = new CountDownLatch(1);

    SandboxFaults(PipedriveSandboxOptions options) {
        initialSwitches = options.switches();
        initialLimits = options.limits();
        limits = initialLimits;
        switches.addAll(initialSwitches);
    }

    /** The next requests of the operation are answered with the status and change nothing. */
    public void failNext(String operation, int status, int times) {
        plan(new Planned(operation, Effect.STATUS, status, Duration.ZERO, times));
    }

    /** The next requests of the operation get an HTML page with status 403, as from the network in front. */
    public void forbidNextWithPage(String operation, int times) {
        plan(new Planned(operation, Effect.FORBIDDEN_PAGE, 403, Duration.ZERO, times));
    }

    /** The next requests of the operation are answered late. */
    public void delayNext(String operation, Duration delay, int times) {
        plan(new Planned(operation, Effect.DELAY, 0, delay, times));
    }

    /** The next requests of the operation get no answer and change nothing; the connection stays open till a reset. */
    public void hangNext(String operation, int times) {
        plan(new Planned(operation, Effect.HANG, 0, Duration.ZERO, times));
    }

    /** The next requests of the operation are carried out, then the connection is cut instead of answered. */
    public void loseAnswerOfNext(String operation, int times) {
        plan(new Planned(operation, Effect.LOST_ANSWER, 0, Duration.ZERO, times));
    }

    /** The next requests of the operation are over a limit, and are told when to come back. */
    public void slowDownNext(String operation, Duration retryAfter, int times) {
        plan(new Planned(operation, Effect.STATUS, 429, retryAfter, times));
    }

    /** A deal is invisible to these users, or to everybody where none is named. */
    public synchronized void hideDeal(long companyId, long dealId, long... userIds) {
        if (userIds.length == 0) {
            hiddenDeals.add(new Hidden(companyId, dealId, EVERYBODY));
        }
        for (long userId : userIds) {
            hiddenDeals.add(new Hidden(companyId, dealId, userId));
        }
    }

    /** Tokens no longer carry the scope. */
    public synchronized void dropScope(String scope) {
        droppedScopes.add(scope);
    }

    /** The company's daily budget becomes this many tokens, those already spent counted in. */
    public synchronized void dailyBudget(long tokens) {
        limits = limits.withDailyBudget(tokens);
    }

    /** The burst limit becomes this many requests in two seconds. */
    public synchronized void burst(int requests) {
        limits = limits.withBurst(requests);
    }

    /** The largest upload becomes this many bytes. */
    public synchronized void fileSizeLimit(long bytes) {
        limits = limits.withFileSize(bytes);
    }

    /** Frames have this long to call initialize. */
    public synchronized void frameTimeout(Duration timeout) {
        limits = limits.withFrameTimeout(timeout);
    }

    /** Frames get no answer to initialize. */
    public synchronized void frameStaysSilent(boolean silent) {
        frameStaysSilent = silent;
    }

    /** A download answers 200 with the bytes instead of 302. */
    public synchronized void downloadWithoutRedirect(boolean direct) {
        downloadWithoutRedirect = direct;
    }

    /** Turns a switch on or off while the sandbox runs. */
    public synchronized void set(Switch which, boolean on) {
        if (on) {
            switches.add(which);
        } else {
            switches.remove(which);
        }
    }

    /** Everything is as it was at the start; hanging requests end. */
    public synchronized void clear() {
        planned.clear();
        droppedScopes.clear();
        hiddenDeals.clear();
        limits = initialLimits;
        switches.clear();
        switches.addAll(initialSwitches);
        frameStaysSilent = false;
        downloadWithoutRedirect = false;
        hanging.countDown();
        hanging = new CountDownLatch(1);
    }

    /** How many planned requests have not come yet. */
    public synchronized int pending() {
        return planned.stream().mapToInt(fault -> fault.left).sum();
    }

    private synchronized void plan(Planned fault) {
        planned.add(fault);
    }

    synchronized boolean is(Switch which) {
        return switches.contains(which);
    }

    synchronized SandboxLimits limits() {
        return limits;
    }

    synchronized boolean hides(Deal deal, User user) {
        return hiddenDeals.contains(new Hidden(deal.companyId(), deal.id(), EVERYBODY))
                || hiddenDeals.contains(new Hidden(deal.companyId(), deal.id(), user.id()));
    }

    synchronized boolean framesAreSilent() {
        return frameStaysSilent;
    }

    synchronized boolean downloadsDirectly() {
        return downloadWithoutRedirect;
    }

    synchronized Set<String> droppedScopes() {
        return Set.copyOf(droppedScopes);
    }

    /** Applies what is planned before an operation: an answer to give instead, if any. */
    Optional<Answer> before(String operation) {
        take(operation, Effect.DELAY).ifPresent(fault -> pause(fault.delay));
        if (take(operation, Effect.HANG).isPresent()) {
            hang();
            return Optional.of(Answer.cut());
        }
        if (take(operation, Effect.FORBIDDEN_PAGE).isPresent()) {
            return Optional.of(Answers.forbiddenPage());
        }
        return take(operation, Effect.STATUS).map(fault -> failure(fault));
    }

    /** Applies what is planned after an operation. */
    Answer after(String operation, Answer answer) {
        return take(operation, Effect.LOST_ANSWER).isPresent() ? Answer.cut() : answer;
    }

    private synchronized Optional<Planned> take(String operation, Effect effect) {
        Optional<Planned> found = planned.stream()
                .filter(fault -> fault.left > 0 && fault.effect == effect)
                .filter(fault -> fault.operation.equals("*") || fault.operation.equals(operation))
                .findFirst();
        found.ifPresent(fault -> fault.left--);
        return found;
    }

    private static Answer failure(Planned fault) {
        Answer answer = failure(fault.status);
        return fault.delay.isZero() ? answer : answer.with("Retry-After", Long.toString(fault.delay.toSeconds()));
    }

    private static Answer failure(int status) {
        return switch (status) {
            case 401 -> Answers.unauthorized();
            case 403 -> Answers.application(403, "You do not have permissions to do this.");
            case 429 -> Answers.gateway(429, "request over limit");
            default -> Answers.application(status, status >= 500 ? "Internal Server Error" : "Request refused");
        };
    }

    private void hang() {
        CountDownLatch latch;
        synchronized (this) {
            latch = hanging;
        }
        await(latch, Duration.ofMinutes(10));
    }

    private static void pause(Duration delay) {
        await(new CountDownLatch(1), delay);
    }

    private static void await(CountDownLatch latch, Duration longest) {
        try {
            boolean _ = latch.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

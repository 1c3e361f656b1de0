package io.dealdocs.faults;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Holds the application at a named point: every thread that comes there stays there, until it is let go or killed. The
 * application's own code knows nothing of it; its beans are wrapped.
 */
final class HeldPoints implements BeanPostProcessor {

    private static final int CHUNK = 1 << 20;

    /** The point that holds, with those who have come to it. */
    private record Armed(Point point, Semaphore reached, CountDownLatch release) {

        void hold() {
            reached.release();
            try {
                release.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        boolean is(Point other) {
            return point.equals(other);
        }
    }

    private final Set<String> found = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Armed armed;

    void arm(Point point) {
        release();
        armed = new Armed(point, new Semaphore(0), new CountDownLatch(1));
    }

    void release() {
        Armed now = armed;
        armed = null;
        if (now != null) {
            now.release().countDown();
        }
    }

    /** Waits until somebody has come to the armed point. */
    boolean reached(long millis) throws InterruptedException {
        Armed now = armed;
        return now != null && now.reached().tryAcquire(millis, TimeUnit.MILLISECONDS);
    }

    /** The points that no bean has: somebody renamed or removed the method. */
    List<String> missing() {
        return NamedPoints.ALL.stream()
                .map(Point::name)
                .filter(name -> !found.contains(name))
                .toList();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        List<Point> here =
                NamedPoints.ALL.stream().filter(point -> has(bean, point)).toList();
        if (here.isEmpty()) {
            return bean;
        }
        here.forEach(point -> found.add(point.name()));
        ProxyFactory factory = new ProxyFactory(bean);
        // A final class is known by its interface alone.
        factory.setProxyTargetClass(!Modifier.isFinal(bean.getClass().getModifiers()));
        factory.addAdvice((MethodInterceptor) call -> intercept(here, call));
        return factory.getProxy(bean.getClass().getClassLoader());
    }

    private static boolean has(Object bean, Point point) {
        try {
            Class<?> type = Class.forName(point.type(), false, bean.getClass().getClassLoader());
            return type.isInstance(bean)
                    && Arrays.stream(type.getDeclaredMethods())
                            .anyMatch(method -> method.getName().equals(point.method()));
        } catch (ClassNotFoundException gone) {
            return false;
        }
    }

    private @Nullable Object intercept(List<Point> here, MethodInvocation call) throws Throwable {
        Armed now = armed;
        if (now == null || here.stream().noneMatch(now::is) || !concerns(now.point(), call)) {
            return call.proceed();
        }
        switch (now.point().when()) {
            case BEFORE -> now.hold();
            case AFTER_FIRST_CHUNK -> watchStreams(now, call.getArguments());
            case AFTER -> {
                Object result = call.proceed();
                now.hold();
                return result;
            }
        }
        return call.proceed();
    }

    private static boolean concerns(Point point, MethodInvocation call) {
        return call.getMethod().getName().equals(point.method()) && point.calledFrom(StackWalker.getInstance());
    }

    private static void watchStreams(Armed now, @Nullable Object[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof InputStream stream) {
                arguments[i] = new Watched(stream, now);
            }
        }
    }

    /** Holds whoever asks for more than the first chunk. */
    private static final class Watched extends FilterInputStream {

        private final Armed now;
        private long taken;
        private boolean held;

        Watched(InputStream stream, Armed now) {
            super(stream);
            this.now = now;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int read = read(one, 0, 1);
            return read < 0 ? read : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (taken >= CHUNK && !held) {
                held = true;
                now.hold();
            }
            int read = super.read(target, offset, (int) Math.min(length, taken < CHUNK ? CHUNK - taken : length));
            taken += Math.max(read, 0);
            return read;
        }
    }
}

package io.dealdocs.faults;

import io.dealdocs.Application;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * The application as it is, started so that it can be held at named points, used without a browser, and kept ready to
 * take over from one that was killed.
 */
final class FaultyApplication {

    private FaultyApplication() {}

    /** Starts it: the port of its control, then what the application itself is given. */
    public static void main(String[] arguments) {
        HeldPoints points = new HeldPoints();
        Gate gate = new Gate();
        RemoteControl control = RemoteControl.start(Integer.parseInt(arguments[0]))
                .on("go", asked -> gate.open())
                .on("warm", asked -> gate.isRunning())
                .on("missing", asked -> points.missing())
                .on("release", asked -> {
                    points.release();
                    return true;
                })
                .on("reached", asked -> points.reached(asked.number("millis")))
                .on("end", asked -> end())
                .on("arm", asked -> {
                    points.arm(NamedPoints.named(asked.text("point")));
                    return true;
                });
        SpringApplication application = new SpringApplication(Application.class);
        application.addInitializers(context -> {
            context.getBeanFactory().addBeanPostProcessor(points);
            context.getBeanFactory().registerSingleton("gate", gate);
        });
        new Deeds(started(application, arguments)).offer(control);
    }

    // What its JVM has learned is written on the way out.
    private static boolean end() {
        Thread.ofPlatform().start(() -> Runtime.getRuntime().halt(0));
        return true;
    }

    // One that cannot start, for the database is away, must not stay behind with nothing but its control.
    private static ConfigurableApplicationContext started(SpringApplication application, String... arguments) {
        try {
            return application.run(arguments);
        } catch (RuntimeException failed) {
            Runtime.getRuntime().halt(1);
            throw failed;
        }
    }

    /** Keeps everything from starting, just before the port is opened and the queue begins. */
    private static final class Gate implements SmartLifecycle {

        private final CountDownLatch open = new CountDownLatch(1);
        private volatile boolean waiting;

        boolean open() {
            open.countDown();
            return true;
        }

        @Override
        public void start() {
            waiting = true;
            try {
                open.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void stop() {
            waiting = false;
        }

        @Override
        public boolean isRunning() {
            return waiting;
        }

        @Override
        public int getPhase() {
            return Integer.MIN_VALUE;
        }
    }
}

package io.dealdocs.attack;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Reads along everything the application writes into its log. */
final class LogWatch {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

    private LogWatch() {}

    /** Begins to read. */
    static LogWatch start() {
        LogWatch watch = new LogWatch();
        watch.attach();
        return watch;
    }

    /** Reads on after the logging was set up anew, which an application does when it starts. */
    void attach() {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (root.getAppender("attack") == null) {
            AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
                @Override
                protected void append(ILoggingEvent event) {
                    lines.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage()
                            + trace(event.getThrowableProxy()));
                }
            };
            appender.setName("attack");
            appender.setContext(context);
            appender.start();
            root.addAppender(appender);
        }
    }

    private static String trace(@org.jspecify.annotations.Nullable IThrowableProxy thrown) {
        return thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}

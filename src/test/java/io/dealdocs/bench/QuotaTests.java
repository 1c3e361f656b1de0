package io.dealdocs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.WholeApplication;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing people do costs more of Pipedrive's daily budget than was promised. */
class QuotaTests extends WholeApplication {

    @Autowired
    private JdbcClient jdbc;

    private final ByteArrayOutputStream figures = new ByteArrayOutputStream();
    private final Report report = new Report(new PrintStream(figures, true, StandardCharsets.UTF_8));
    private Quota quota;

    @BeforeEach
    void people() {
        pipedrive().faults().burst(100_000);
        quota = new Quota(URI.create(app()), pipedrive(), docs(), jdbc);
    }

    @AfterEach
    void nothingIsOver() {
        pipedrive().faults().clear();
        String told = figures.toString(StandardCharsets.UTF_8);
        assertThat(told).isNotEmpty();
        assertThat(report.over()).as(told).isFalse();
    }

    @Test
    void aPanelReadsTheListOnceAndAsksNothingWhileItIsOpen() {
        quota.panel(report, Duration.ofSeconds(2));
    }

    @Test
    void aLargeDealsPanelReadsEachHundredOnce() {
        quota.largePanel(report);
    }

    @Test
    void aDocumentIsFetchedOnlyTheFirstTimeItIsOpened() {
        quota.editor(report);
    }

    @Test
    void aPublishLooksUploadsAndRemovesNothingMore() {
        quota.publish(report);
    }

    @Test
    void aMisreadNameCostsOneMoreCall() {
        quota.publishWithNameRepair(report);
    }

    @Test
    void aLostAnswerIsFoundOutCheaply() {
        quota.publishAfterLostAnswer(report);
    }
}

package io.dealdocs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.WholeApplication;
import java.net.URI;
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

    private final Report report = new Report(System.out);
    private Quota quota;

    @BeforeEach
    void people() {
        pipedrive().faults().burst(100_000);
        quota = new Quota(URI.create(app()), pipedrive(), docs(), jdbc);
    }

    @AfterEach
    void nothingIsOver() {
        pipedrive().faults().clear();
        assertThat(report.over()).isFalse();
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

    @Test
    void anUploadThatNeverArrivedIsFoundOutCheaply() {
        quota.publishAfterLostRequest(report);
    }
}

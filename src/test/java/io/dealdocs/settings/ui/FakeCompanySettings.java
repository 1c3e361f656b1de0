package io.dealdocs.settings.ui;

import io.dealdocs.settings.CompanySettings;
import io.dealdocs.settings.DocsSettings;
import io.dealdocs.settings.NewDocsSettings;
import io.dealdocs.settings.SaveOutcome;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Settings that remember what was saved and answer what a test wants. */
final class FakeCompanySettings implements CompanySettings {

    static final String SECRET = "q3Xo9wqzUu0nY5lT7pJc2mV8sKdRfGhB";

    final List<NewDocsSettings> saved = new ArrayList<>();
    SaveOutcome.@Nullable Problem problem;

    @Nullable Refusal refusal;

    private DocsSettings now =
            new DocsSettings("", "Authorization", DocsSettings.CoEditing.FAST, Optional.empty(), "", false, 1);

    void hasASecret() {
        now = new DocsSettings(
                "https://docs.acme.test/",
                "Authorization",
                DocsSettings.CoEditing.FAST,
                Optional.of(Instant.parse("2026-11-20T09:30:00Z")),
                "Cy Doe",
                false,
                4);
    }

    @Override
    public DocsSettings of(CompanyId company) {
        return now;
    }

    @Override
    public SaveOutcome save(MemberId admin, NewDocsSettings settings) {
        if (refusal != null) {
            throw refusal;
        }
        saved.add(settings);
        if (problem != null) {
            return new SaveOutcome.Refused(problem);
        }
        now = new DocsSettings(
                settings.address(),
                settings.header(),
                settings.coEditing(),
                Optional.of(Instant.parse("2026-11-24T09:30:00Z")),
                "Ada Lee",
                false,
                settings.version() + 1);
        return new SaveOutcome.Saved("9.3.1");
    }

    @Override
    public String offerSecret() {
        return SECRET;
    }
}

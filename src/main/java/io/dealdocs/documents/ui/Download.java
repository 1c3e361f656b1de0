package io.dealdocs.documents.ui;

import io.dealdocs.documents.DealFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.MemberId;
import java.util.Locale;

/** A line of a deal that a person is about to save on their computer. */
record Download(MemberId member, DealId deal, DealFile.Ref ref, String name, Locale locale) {}

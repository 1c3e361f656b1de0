package io.dealdocs.sandbox.pipedrive;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The files that the deals start with: of every kind that has ever caused trouble. */
final class SeedFiles {
    private static final long ADA = 1001;
    private static final long BEN = 1002;
    private static final long CLEO = 1003;
    private static final long GUS = 1001;

    private static final String LONG_NAME =
            "Minutes of the second steering group meeting about the northern office including all "
                    + "remarks of the landlord, the architect, the electrician and the fire inspector, revised twice.docx";

    private static final List<String> ADAS = List.of(
            "Offer Northwind.docx",
            "Price list 2026.xlsx",
            "Kick-off.pptx",
            "Floor plan.pdf",
            "Requirements.odt",
            "Site photo.png",
            "Drawings.zip",
            "README",
            LONG_NAME,
            "Tarjouspyyntö – sähkötyöt.docx",
            "見積書 2026年.xlsx",
            "🚀 Launch plan.pptx",
            "Contract.docx",
            "Delivery terms.rtf",
            "Contacts.csv",
            "Notes.txt",
            "Quotation (second) & \"final\".docx",
            "Company profile.html",
            "Logo.png");

    private SeedFiles() {}

    /**
     * A file to begin with.
     *
     * @param empty whether it has no bytes at all
     */
    record SeedFile(Company company, long userId, String name, FileLinks links, FileOrigin origin, boolean empty) {}

    static List<SeedFile> all() {
        List<SeedFile> files = new ArrayList<>();
        files.addAll(firstDeal());
        files.addAll(otherDeals());
        IntStream.rangeClosed(1, 130).mapToObj(SeedFiles::archived).forEach(files::add);
        files.add(globex(1, "Feasibility study.docx"));
        files.add(globex(1, "Energy yield.xlsx"));
        files.add(globex(1, "Investor deck.pptx"));
        files.add(globex(1, "Proposta técnica – São Paulo.docx"));
        files.add(globex(2, "Grid connection.docx"));
        return files;
    }

    private static List<SeedFile> firstDeal() {
        FileLinks deal = FileLinks.plain(1);
        List<SeedFile> files = new ArrayList<>();
        for (String name : ADAS) {
            files.add(plain(ADA, 1, name));
        }
        files.add(plain(BEN, 1, "Contract.docx"));
        files.add(plain(BEN, 1, "Budget.xlsx"));
        files.add(plain(CLEO, 1, "Timeline.xlsx"));
        files.add(new SeedFile(Directory.ACME, ADA, "Draft.docx", deal, FileOrigin.STORAGE, true));
        files.add(new SeedFile(Directory.ACME, ADA, "Shared agenda", deal, FileOrigin.GOOGLE, true));
        FileLinks mail = deal.withMailMessage(41);
        files.add(new SeedFile(Directory.ACME, ADA, "image001.png", mail, FileOrigin.INLINE_PICTURE, false));
        files.add(new SeedFile(Directory.ACME, ADA, "Signed order.pdf", mail, FileOrigin.STORAGE, false));
        files.add(new SeedFile(
                Directory.ACME, BEN, "Visit report.docx", deal.withActivity(71), FileOrigin.STORAGE, false));
        files.add(new SeedFile(
                Directory.ACME, ADA, "Oak desk data sheet.pdf", deal.withProduct(31), FileOrigin.STORAGE, false));
        return files;
    }

    private static List<SeedFile> otherDeals() {
        return List.of(
                plain(ADA, 2, "Confidential terms.docx"),
                plain(ADA, 2, "Margin.xlsx"),
                plain(ADA, 3, "Framework agreement.docx"),
                plain(ADA, 4, "Pilot plan.pptx"),
                plain(ADA, 6, "Tender answer.docx"),
                plain(BEN, 7, "Maintenance report.docx"));
    }

    private static SeedFile archived(int number) {
        return plain(ADA, 8, "Archive %03d.%s".formatted(number, number % 10 == 0 ? "docx" : "txt"));
    }

    private static SeedFile plain(long user, long deal, String name) {
        return new SeedFile(Directory.ACME, user, name, FileLinks.plain(deal), FileOrigin.STORAGE, false);
    }

    private static SeedFile globex(long deal, String name) {
        return new SeedFile(Directory.GLOBEX, GUS, name, FileLinks.plain(deal), FileOrigin.STORAGE, false);
    }
}

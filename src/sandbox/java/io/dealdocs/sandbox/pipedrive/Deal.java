package io.dealdocs.sandbox.pipedrive;

/** A deal, which is what files hang on. */
record Deal(
        long companyId,
        long id,
        String title,
        User owner,
        int value,
        String currency,
        Visibility visibility,
        String stage,
        Contact person,
        Contact organization,
        boolean archived,
        boolean deleted) {

    /** The person or organization of a deal. */
    record Contact(long id, String name) {}

    /** Who may see a deal, with the number that Pipedrive gives it. */
    enum Visibility {
        OWNER(1, "Owner only"),
        GROUP(3, "Owner's group"),
        GROUP_AND_BELOW(5, "Owner's group and sub-groups"),
        EVERYONE(7, "Entire company");

        final int wire;
        final String text;

        Visibility(int wire, String text) {
            this.wire = wire;
            this.text = text;
        }
    }

    boolean visibleTo(User user) {
        if (user.companyId() != companyId) {
            return false;
        }
        return switch (visibility) {
            case OWNER -> user.id() == owner.id();
            case GROUP -> user.id() == owner.id() || user.group() == owner.group();
            case GROUP_AND_BELOW -> owner.group() == User.Group.SALES || user.group() == owner.group();
            case EVERYONE -> true;
        };
    }
}

//! Words to make up titles from: of different lengths and scripts, since bars have to cope with them.

use crate::random::Random;

/// Names of forty themes.
pub(crate) const THEMES: [&str; 40] = [
    "Self-service reporting",
    "Data quality",
    "Onboarding",
    "Platform and reliability",
    "Adoption",
    "Search",
    "Payments",
    "Notifications",
    "Mobile",
    "Accessibility",
    "Security",
    "Identity and access",
    "Integrations",
    "Public API",
    "Billing",
    "Catalogue",
    "Orders",
    "Warehouse",
    "Returns and refunds",
    "Customer service desk",
    "Forecasting",
    "Pricing",
    "Promotions",
    "Loyalty",
    "Recommendations",
    "Translations",
    "Compliance and audit",
    "Privacy",
    "Performance",
    "Observability",
    "Developer experience",
    "Deployment",
    "Design system",
    "Collaboration",
    "Documents",
    "Calendar",
    "Marketplace",
    "Suppliers",
    "Stores",
    "Finance",
];

const VERBS: [&str; 16] = [
    "Show", "Compare", "Export", "Import", "Share", "Schedule", "Archive", "Merge", "Approve", "Track",
    "Explain", "Simplify", "Speed up", "Automate", "Restrict", "Restore",
];

const THINGS: [&str; 32] = [
    "invoices",
    "delivery slots",
    "customer addresses",
    "stock levels",
    "price lists",
    "supplier contracts",
    "refund requests",
    "store opening hours",
    "gift cards",
    "product photos",
    "saved baskets",
    "search results",
    "monthly statements",
    "user roles",
    "access requests",
    "sensor readings",
    "shift rosters",
    "loyalty points",
    "tax rates",
    "audit entries",
    "queue lengths",
    "forecast errors",
    "message templates",
    "error reports",
    "release notes",
    "feature switches",
    "API keys",
    "dashboards",
    "comments",
    "attachments",
    "cafés and kiosks",
    "Straßen und Plätze",
];

const ENDINGS: [&str; 12] = [
    "by region",
    "per customer",
    "in bulk",
    "on mobile",
    "before checkout",
    "for partners",
    "with one click",
    "across all brands",
    "without a ticket",
    "at the end of the month",
    "for teams that work offline and synchronise once a day",
    "v2",
];

const OWNERS: [&str; 16] = [
    "Priya Raman",
    "Marek Nowak",
    "Aisha Bello",
    "Tomás Oliveira",
    "Wen Li",
    "Hannah Brandt",
    "Ingrid Dahl",
    "Samuel Osei",
    "Yuki Tanaka",
    "Léa Fournier",
    "Omar Haddad",
    "Zsófia Kovács",
    "Kwame Mensah",
    "Elif Yılmaz",
    "Joana Silva",
    "",
];

/// “Compare price lists by region”.
pub(crate) fn title(random: &mut Random) -> String {
    let (verb, thing) = (random.one_of(&VERBS), random.one_of(&THINGS));
    match random.below(10) {
        0 => thing.to_owned(),
        1..=5 => format!("{verb} {thing}"),
        _ => format!("{verb} {thing} {}", random.one_of(&ENDINGS)),
    }
}

/// A person's name, or now and then nobody's.
pub(crate) fn owner(random: &mut Random) -> String {
    random.one_of(&OWNERS).to_owned()
}

//! Words to make up titles, wishes, remarks and names from: of different lengths and scripts, since bars have to cope with them.

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

const GIVEN_NAMES: [&str; 24] = [
    "Aoife", "Bruno", "Chiara", "Dagny", "Elif", "Fatima", "Gareth", "Hye-jin", "Ines", "Jonas", "Kwame",
    "Lan", "Mehmet", "Noor", "Olumide", "Piotr", "Quentin", "Rajesh", "Siobhán", "Thandiwe", "Uma", "Víctor",
    "Wen", "Zsófia",
];

const FAMILY_NAMES: [&str; 24] = [
    "Adeyemi",
    "Brennan",
    "Conti",
    "Dahl",
    "Ekström",
    "Fernández",
    "Grzyb",
    "Haddad",
    "Iyer",
    "Jensen",
    "Khoury",
    "Laurent",
    "Mensah",
    "Nguyễn",
    "Ó Dálaigh",
    "Papadaki",
    "Quispe",
    "Ramos",
    "Silva",
    "Tanaka",
    "Usman",
    "Virtanen",
    "Walsh",
    "Yılmaz",
];

const COMPLAINTS: [&str; 8] = [
    "We cannot",
    "I should like to",
    "It takes an hour to",
    "Nobody here manages to",
    "Please let us",
    "Every Monday I try to",
    "In the old system we could",
    "Our auditors ask us to",
];

const CONSEQUENCES: [&str; 12] = [
    "So we keep a spreadsheet.",
    "Two of us do nothing else on Fridays.",
    "It was easier last year.",
    "The board asked about it.",
    "Last week a lorry waited for it.",
    "We found out from a customer.",
    "",
    "",
    "I can show you if you call.",
    "It works on one site and not on the other.",
    "Nobody has answered my last e-mail about this.",
    "Thank you for asking.",
];

/// “Compare price lists by region”, as somebody wants to be able to do.
pub(crate) fn wish(random: &mut Random) -> String {
    let (verb, thing) = (random.one_of(&VERBS), random.one_of(&THINGS));
    match random.below(3) {
        0 => format!("{verb} {thing}"),
        _ => format!("{verb} {thing} {}", random.one_of(&ENDINGS)),
    }
}

/// “We cannot compare price lists by region. So we keep a spreadsheet.”
pub(crate) fn remark(random: &mut Random) -> String {
    let (complaint, wish) = (random.one_of(&COMPLAINTS), wish(random).to_lowercase());
    format!("{complaint} {wish}. {}", random.one_of(&CONSEQUENCES)).trim_end().to_owned()
}

/// “Noor Haddad”, or now and then nobody.
pub(crate) fn person(random: &mut Random) -> String {
    match random.below(20) {
        0 => String::new(),
        _ => format!("{} {}", random.one_of(&GIVEN_NAMES), random.one_of(&FAMILY_NAMES)),
    }
}

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

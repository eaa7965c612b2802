//! The remarks, in the order in which they came.

use super::{Came, Remark, said};

#[rustfmt::skip]
pub(super) const REMARKS: [Remark; 40] = [
    said("2026-06-08", "Gareth Pugh, Swansea", "Store managers", "portal",
        "I want yesterday's takings on my phone when I unlock the door, not when somebody finds time to print them.")
        .in_portal("P-101", 23).on_needs(&["by mail", "on the phone"]).on_items(&["Scheduled report delivery"]),
    said("2026-06-11", "Chiara Conti", "Finance", "interview",
        "We keep forty copies of the margin report, one for each region. In April three of them were wrong.")
        .on_needs(&["one template"]).on_items(&["Report templates v2"]),
    said("2026-06-15", "Agnieszka Zielińska", "Logistics", "telephone",
        "The stock on the screen was a week old and nothing said so. We turned two lorries round.")
        .on_needs(&["age"]),
    said("2026-06-18", "Dorothea Kühn", "Internal audit", "e-mail",
        "Please give us a list of who opened the salary report in the first quarter.")
        .on_needs(&["who saw it"]),
    said("2026-06-24", "Noor Haddad, Bradford", "Store managers", "portal",
        "Could the morning report simply be in my inbox at eight?")
        .in_portal("P-104", 9).on_needs(&["by mail"]).came(Came::SameAs("P-101")),
    said("2026-07-01", "Kwame Mensah", "Retail operations", "user group",
        "I set the same eleven filters every morning. Let me keep them.")
        .in_portal("P-107", 31).on_needs(&["same filter"]),
    said("2026-07-06", "Aoife Brennan, Cork", "Northwind Ireland", "interview",
        "Our store managers can see the margins of Leeds. I am sure Leeds would mind.")
        .on_needs(&["own rows"]).on_items(&["Row-level security"]),
    said("2026-07-09", "Margaret Ashby", "Chief financial officer", "meeting",
        "Two dashboards, two order totals, one board meeting. Never again.")
        .on_needs(&["which is right"]).on_items(&["Reconcile order totals", "Lineage view"]),
    said("2026-07-14", "Jonas Virtanen", "Customer service", "support ticket",
        "The table of open orders has no headings for my screen reader; I hear numbers and no names.")
        .on_needs(&["read aloud"]),
    said("2026-07-20", "Camille Laurent", "Marketing", "e-mail",
        "We wrote to 1,200 customers twice because they are in the system twice.")
        .on_needs(&["once"]).on_items(&["Duplicate detection"]),
    said("2026-07-22", "Zsófia Nagy", "Report authors", "portal",
        "When a report breaks on Friday I do not want to hear about Thursday's release.")
        .in_portal("P-112", 6).on_needs(&["mended soon"]).on_items(&["Scripted deployments"]),
    said("2026-08-03", "Bruno Carvalho, Vinhos do Tejo", "Suppliers", "e-mail",
        "May we see how our own wines sell, by store and week?")
        .on_needs(&["own rows"]),
    said("2026-08-05", "Eleni Papadaki", "Finance", "portal",
        "Put the region in one place in the template. I change it in nine.")
        .in_portal("P-115", 12).on_items(&["Set a region once for a whole template"]),
    said("2026-08-12", "Mehmet Yılmaz, Luton", "Store managers", "portal",
        "A dark theme for the night shift, please.")
        .in_portal("P-118", 4).came(Came::Declined("The screens in the stores are set by IT, and they are light.")),
    said("2026-08-17", "Piotr Wrona", "Logistics", "interview",
        "Half of my shift reads Polish better than English. I translate the picking report every day.")
        .on_needs(&["in Polish"]),
    said("2026-08-19", "Thandiwe Dube", "Order system", "e-mail",
        "We renamed a column and heard from eleven angry people. Is there a way to ask your reports first?")
        .on_needs(&["no surprises"]).on_items(&["Contract tests in CI"]),
    said("2026-08-26", "Nguyễn Thị Lan", "Marketing", "survey",
        "On my first day I found 400 reports and none of them was mine.")
        .on_needs(&["first day"]).on_items(&["Guided first report"]),
    said("2026-09-01", "Rajesh Iyer", "Finance", "interview",
        "An auditor points at a figure and I need four days to say where it comes from.")
        .on_needs(&["to the source"]).on_items(&["Drill-through to source"]),
    said("2026-09-03", "Sofia Lindgren", "Retail operations", "portal",
        "My filters are gone every time I sign in again.")
        .in_portal("P-121", 7).on_needs(&["same filter"]).came(Came::SameAs("P-107")),
    said("2026-09-08", "Luis Fernández", "Logistics", "meeting",
        "Say next to each figure when it was loaded. Then I know whether to trust it.")
        .on_needs(&["age"]),
    said("2026-09-10", "Olumide Adeyemi", "Internal audit", "e-mail",
        "Second request: access records for all reports with personal data, as a file.")
        .on_needs(&["who saw it"]).on_items(&["Audit log export"]),
    said("2026-09-15", "Aiko Tanaka, Reading", "Store managers", "user group",
        "Let two managers of one store share a selection. We copy lists of articles from a screen to paper.")
        .on_items(&["Share a filter with a team"]),
    said("2026-09-17", "Siobhán Walsh, Galway", "Northwind Ireland", "support ticket",
        "Our fiscal year starts in April. Every report of yours starts in January.")
        .on_needs(&["one template"]),
    said("2026-09-21", "Margaret Ashby", "Chief financial officer", "meeting",
        "What does the weekly margin report cost me? An honest answer will do.")
        .on_needs(&["what it costs"]).on_items(&["Cost dashboard"]),
    said("2026-09-24", "Leilani Kahale", "Customer service", "survey",
        "I should like to ask for a figure aloud while I am on the telephone.")
        .came(Came::Declined("Nobody else has asked for it, and calls are recorded.")),
    said("2026-09-29", "Arjun Pillai", "Report authors", "user group",
        "The preview of a template shows last year's figures. I noticed after I had sent it.")
        .on_items(&["Template preview shows last year's figures"]),
    said("2026-10-01", "Agnieszka Zielińska", "Logistics", "e-mail",
        "The forecast for the north is wrong each Monday and we all know it. Let us correct it in the report.")
        .on_needs(&["write back"]),
    said("2026-10-05", "Hye-jin Park, Hanbit Foods", "Suppliers", "telephone",
        "We would pay for weekly sales of our category, not only of our products.")
        .came(Came::Declined("The contracts with the other suppliers forbid it.")),
    said("2026-10-07", "Gwendolyn Achterberg", "Report authors", "portal",
        "Going back to the version of yesterday took you a whole evening. It should take minutes.")
        .in_portal("P-126", 5).on_items(&["Go back with one command"]),
    said("2026-10-12", "Samira Khoury", "Customer service", "interview",
        "One woman rang three times and we counted three customers.")
        .on_needs(&["once"]).came(Came::Answered),
    said("2026-10-14", "Kwame Mensah", "Retail operations", "e-mail",
        "Who decides who gets the regional report? I have eleven names and nobody to give them to.")
        .on_items(&["Choose who receives a report"]).came(Came::Answered),
    said("2026-10-20", "Tadeusz Kowalczyk", "Logistics", "telephone",
        "If the site in Hull goes down again, can we go on with yesterday's lists?")
        .on_items(&["Failover rehearsal"]),
    said("2026-10-22", "Eleni Papadaki", "Finance", "meeting",
        "Tell us before the meeting when the loads are late, not in it.")
        .on_needs(&["warned"]).on_items(&["Freshness alerts"]),
    said("2026-10-28", "Hamish MacLeod, Inverness", "Store managers", "portal",
        "Reports of the day the clocks went back came twice.")
        .in_portal("P-131", 3).on_items(&["Reports run twice when the clocks change"]),
    said("2026-11-02", "Fatima Zahra El Amrani", "Customer service", "portal",
        "Which of the three return rates is the official one?")
        .in_portal("P-133", 8).on_needs(&["which is right"]),
    // Nobody has looked at these.
    said("2026-11-09", "Chukwuemeka Obi", "Retail operations", "e-mail",
        "The regional report leaves out the two pop-up stores in Bristol."),
    said("2026-11-12", "Ines Duarte", "Marketing", "portal",
        "Could a chart be copied into a presentation without a photo of the screen?")
        .in_portal("P-137", 11),
    said("2026-11-16", "Gareth Pugh, Swansea", "Store managers", "portal",
        "On Saturdays the takings come after we have closed.")
        .in_portal("P-139", 2),
    said("2026-11-18", "", "", "survey",
        "Too many e-mails already. If you add one, let me switch it off."),
    said("2026-11-20", "Seán Ó Dálaigh, Limerick", "Northwind Ireland", "telephone",
        "We are asked for access by each new starter and it takes four days. What are we to tell them?"),
];

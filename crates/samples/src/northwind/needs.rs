//! What the customers of the story need, how important that is to whom, and what serves it.

use milepost_plan::{
    CustomerId,
    Fulfilment::{self, Fully, Partly},
    Importance::{self, Critical, High, Low, Medium},
    NeedCustomer, NeedId, NewNeed, Operation,
};

use crate::build::{Fault, Named, ids};

/// A need as it is written down below.
struct Row {
    /// What the other tables of the story call it.
    name: &'static str,
    statement: &'static str,
    customers: &'static [(&'static str, Importance)],
    wanted_by: &'static str,
    alternatives: &'static str,
    note: &'static str,
    evidence: &'static [&'static str],
}

#[rustfmt::skip]
const NEEDS: [Row; 18] = [
    Row {
        name: "by mail", statement: "Get the morning report without asking for it", wanted_by: "2027-03-31",
        customers: &[("Store managers", Critical), ("Retail operations", High), ("Finance", Medium)],
        alternatives: "In each region somebody prints it at eight and sends a photo round.",
        note: "Before the stand-up at nine, or it is of no use.",
        evidence: &["https://insights.northwind.example/research/mornings-in-six-stores"],
    },
    Row {
        name: "one template", statement: "Run one report for any region and period", wanted_by: "2027-01-31",
        customers: &[("Finance", Critical), ("Northwind Ireland", High), ("Report authors", High)],
        alternatives: "Forty copies of one template, each corrected by hand.",
        note: "",
        evidence: &["https://insights.northwind.example/research/month-end-diary"],
    },
    Row {
        name: "same filter", statement: "Use the same selection again tomorrow", wanted_by: "2026-12-31",
        customers: &[("Retail operations", Medium), ("Customer service", High), ("Report authors", Medium)],
        alternatives: "A list of article numbers on a sheet of paper.",
        note: "",
        evidence: &[],
    },
    Row {
        name: "age", statement: "See how old a figure is", wanted_by: "2026-12-18",
        customers: &[("Logistics", Critical), ("Finance", High), ("Retail operations", High)],
        alternatives: "Calling the data team.",
        note: "",
        evidence: &["https://insights.northwind.example/incidents/2026-05-stale-stock"],
    },
    Row {
        name: "warned", statement: "Hear of late figures before the meeting does", wanted_by: "2026-12-31",
        customers: &[("Chief financial officer", Critical), ("Finance", High), ("Logistics", High)],
        alternatives: "",
        note: "In May the board saw the stock of the week before.",
        evidence: &["https://insights.northwind.example/incidents/2026-05-stale-stock"],
    },
    Row {
        name: "own rows", statement: "See the figures of one's own stores, and nobody else's", wanted_by: "2027-06-30",
        customers: &[("Northwind Ireland", Critical), ("Store managers", High), ("Suppliers", Medium)],
        alternatives: "A file for each region, put on a share by hand on Mondays.",
        note: "For Ireland a condition of the merger.",
        evidence: &[],
    },
    Row {
        name: "to the source", statement: "Follow a figure down to the orders that it is made of", wanted_by: "2027-06-30",
        customers: &[("Internal audit", Critical), ("Finance", High)],
        alternatives: "A ticket to the data team, four days.",
        note: "",
        evidence: &["https://insights.northwind.example/audit/2026-findings"],
    },
    Row {
        name: "which is right", statement: "Know which of two dashboards is right", wanted_by: "2027-05-31",
        customers: &[("Chief financial officer", Critical), ("Finance", Critical), ("Retail operations", High)],
        alternatives: "Whoever speaks last.",
        note: "Everything planned for it helps; nothing of it settles the matter alone.",
        evidence: &["https://insights.northwind.example/audit/2026-findings"],
    },
    Row {
        name: "once", statement: "Count each customer once", wanted_by: "2027-03-31",
        customers: &[("Marketing", Critical), ("Customer service", High)],
        alternatives: "A spreadsheet of known doubles, last mended in 2024.",
        note: "",
        evidence: &[],
    },
    Row {
        name: "on the phone", statement: "Read the figures on the shop floor", wanted_by: "2027-07-31",
        customers: &[("Store managers", High), ("Retail operations", Medium)],
        alternatives: "Photos of the screen in the office.",
        note: "",
        evidence: &["https://insights.northwind.example/research/mornings-in-six-stores"],
    },
    Row {
        name: "first day", statement: "Find one's own figures on the first day", wanted_by: "2027-04-30",
        customers: &[("Northwind Ireland", High), ("Customer service", Medium), ("Marketing", Medium)],
        alternatives: "A colleague who knows where things are.",
        note: "",
        evidence: &["https://insights.northwind.example/research/first-five-days"],
    },
    Row {
        name: "mended soon", statement: "Have a broken report mended the same day", wanted_by: "2026-12-31",
        customers: &[("Report authors", High), ("Retail operations", Medium)],
        alternatives: "Waiting for the release on Thursday night.",
        note: "",
        evidence: &[],
    },
    Row {
        name: "no surprises", statement: "Change an interface without breaking a report", wanted_by: "2027-06-30",
        customers: &[("Order system", Critical), ("Report authors", Medium)],
        alternatives: "An e-mail to everybody, and hope.",
        note: "",
        evidence: &[],
    },
    Row {
        name: "what it costs", statement: "Know what a report costs to run", wanted_by: "2027-05-31",
        customers: &[("Chief financial officer", High), ("Finance", Low)],
        alternatives: "One bill for everything, once a quarter.",
        note: "",
        evidence: &[],
    },
    Row {
        name: "who saw it", statement: "Show who saw which figure, and when", wanted_by: "2027-03-31",
        customers: &[("Internal audit", Critical)],
        alternatives: "Log files, read by the one person who can.",
        note: "Asked for twice, in writing.",
        evidence: &["https://insights.northwind.example/audit/2026-findings"],
    },
    // Nothing serves these.
    Row {
        name: "write back", statement: "Correct a forecast where it stands", wanted_by: "2027-09-30",
        customers: &[("Logistics", High), ("Finance", Medium)],
        alternatives: "A spreadsheet that goes round by mail on Fridays.",
        note: "",
        evidence: &[],
    },
    Row {
        name: "read aloud", statement: "Use reports with a screen reader", wanted_by: "2027-06-28",
        customers: &[("Customer service", Critical)],
        alternatives: "A colleague reads them out.",
        note: "Two people today. The law asks for it from June on.",
        evidence: &["https://www.w3.org/TR/WCAG22/"],
    },
    Row {
        name: "in Polish", statement: "Read the warehouse reports in Polish", wanted_by: "",
        customers: &[("Logistics", Medium)],
        alternatives: "The shift leader translates.",
        note: "",
        evidence: &[],
    },
];

/// Item, the need that it serves, and how far.
pub(super) const SERVED: [(&str, &str, Fulfilment); 26] = [
    ("Scheduled report delivery", "by mail", Fully),
    ("Job scheduler", "by mail", Partly),
    ("Choose who receives a report", "by mail", Partly),
    ("Report templates v2", "one template", Fully),
    ("Set a region once for a whole template", "one template", Partly),
    ("Keep a filter under a name", "same filter", Fully),
    ("Share a filter with a team", "same filter", Partly),
    ("Show the age of every figure", "age", Fully),
    ("Freshness alerts", "warned", Fully),
    ("Show the age of every figure", "warned", Partly),
    ("Row-level security", "own rows", Fully),
    ("Drill-through to source", "to the source", Fully),
    ("Lineage view", "to the source", Partly),
    ("Lineage view", "which is right", Partly),
    ("Reconcile order totals", "which is right", Partly),
    ("Data dictionary", "which is right", Partly),
    ("Duplicate detection", "once", Fully),
    ("Mobile layout", "on the phone", Fully),
    ("Guided first report", "first day", Fully),
    ("Sample workspace", "first day", Partly),
    ("Department start page", "first day", Partly),
    ("Scripted deployments", "mended soon", Fully),
    ("Go back with one command", "mended soon", Partly),
    ("Contract tests in CI", "no surprises", Fully),
    ("Cost dashboard", "what it costs", Fully),
    ("Audit log export", "who saw it", Fully),
];

/// Adds all needs; gives them by their names in the tables too.
pub(super) fn needs(customers: &Named<CustomerId>) -> Result<(Vec<Operation>, Named<NeedId>), Fault> {
    let mut named = Named::new("need");
    let mut operations = Vec::new();
    for (row, id) in NEEDS.iter().zip(ids(9, 0)) {
        named.add(row.name, id);
        let mut need = NewNeed::new(id, row.statement);
        row.note.clone_into(&mut need.note);
        row.alternatives.clone_into(&mut need.alternatives);
        need.evidence = row.evidence.iter().map(|link| (*link).to_owned()).collect();
        if !row.wanted_by.is_empty() {
            need.wanted_by = Some(row.wanted_by.parse()?);
        }
        for (customer, importance) in row.customers {
            need.customers.push(NeedCustomer { customer: customers.id(customer)?, importance: *importance });
        }
        operations.push(Operation::AddNeed { need });
    }
    Ok((operations, named))
}

//! The names that tools give to columns, per field, the most telling first.
//!
//! Names are compared without case, space and punctuation, and without Jira's `Custom field (…)` around them.

use super::words::plain_word;
use super::{Field, RowsAre};

/// A header name as it is compared.
pub(super) fn plain_name(name: &str) -> String {
    plain_word(custom_field(name).unwrap_or(name))
}

/// What stands in Jira's `Custom field (…)`.
pub(crate) fn custom_field(name: &str) -> Option<&str> {
    name.strip_prefix("Custom field (")?.strip_suffix(')')
}

/// The names known for the fields of such rows. Fields and names are tried in this order; a column is taken once.
///
/// `Id` comes after `Key`, which takes a column `ID` where no better one is found: see [`super::suggest`].
pub(super) fn names(rows_are: RowsAre) -> &'static [(Field, &'static [&'static str])] {
    match rows_are {
        RowsAre::WorkItems => &OF_WORK_ITEMS,
        RowsAre::Feedback => &OF_FEEDBACK,
        RowsAre::Actuals => &OF_ACTUALS,
    }
}

/// Whether texts are the head of a table: names of columns, as far as three of them are known for the same rows.
pub(crate) fn names_columns<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    /// Fewer could be words of a sentence.
    const ENOUGH: usize = 3;
    let texts: Vec<String> = texts.map(plain_name).collect();
    [RowsAre::WorkItems, RowsAre::Feedback, RowsAre::Actuals].into_iter().any(|rows_are| {
        let known = names(rows_are)
            .iter()
            .filter(|(_, names)| names.iter().any(|name| texts.iter().any(|text| text == name)));
        known.count() >= ENOUGH
    })
}

/// Names by which a table of feedback is known, as long as nothing in it speaks of work.
pub(super) const TELLING_FEEDBACK: [&str; 7] =
    ["votes", "votescount", "votecount", "upvotes", "feedback", "quote", "verbatim"];

/// Fields of actuals that a table has one of if it is one of money, as long as it has no titles.
pub(super) const TELLING_MONEY: [Field; 2] = [Field::Amount, Field::Debit];

/// Names of titles that no bank and no ledger gives.
pub(super) const TITLES: [&str; 4] = ["title", "summary", "issuetitle", "storypoints"];

/// Fields of work items whose columns a table of feedback does not have.
pub(super) const TELLING_WORK: [Field; 5] =
    [Field::Kind, Field::Parent, Field::LastDay, Field::Progress, Field::DependsOn];

const OF_WORK_ITEMS: [(Field, &[&str]); 20] = [
    (
        Field::Title,
        &["title", "summary", "name", "subject", "feature", "featurename", "taskname", "issuetitle"],
    ),
    (Field::Key, &["key", "issuekey", "featurekey", "externalkey", "identifier", "reference"]),
    (Field::Id, &["issueid", "id", "workitemid", "number"]),
    (Field::Kind, &["kind", "workitemtype", "issuetype", "itemtype", "type", "tracker"]),
    (Field::Status, &["status", "state", "workflowstate", "statuscategory"]),
    (
        Field::Parent,
        &[
            "parentkey",
            "parent",
            "parentid",
            "parentissue",
            "parentworkitem",
            "epiclink",
            "parentlink",
            "featurelink",
        ],
    ),
    (
        Field::Theme,
        &[
            "theme",
            "group",
            "sig",
            "workstream",
            "productarea",
            "area",
            "areapath",
            "project",
            "projectname",
            "component",
            "components",
            "epic",
            "epicname",
        ],
    ),
    (
        Field::FirstDay,
        &[
            "firstday",
            "startdate",
            "start",
            "begin",
            "begindate",
            "plannedstart",
            "targetstart",
            "started",
            "startedat",
            "created",
            "createdat",
            "createddate",
            "creationdate",
        ],
    ),
    (
        Field::LastDay,
        &[
            "lastday",
            "enddate",
            "end",
            "finishdate",
            "finish",
            "plannedend",
            "targetend",
            "targetdate",
            "duedate",
            "due",
            "deadline",
        ],
    ),
    (Field::Horizon, &["horizon", "nownextlater", "timeframe"]),
    (Field::Progress, &["progress", "percentcomplete", "complete"]),
    (Field::Owner, &["owner", "assignee", "assignedto", "assignees", "responsible"]),
    (Field::Link, &["link", "url", "issueurl", "weblink"]),
    (
        Field::DependsOn,
        &[
            "dependson",
            "dependencies",
            "dependency",
            "blockedby",
            "isblockedby",
            "inwardissuelinkblocks",
            "predecessors",
            "predecessor",
            "seealso",
        ],
    ),
    (Field::Blocks, &["blocks", "outwardissuelinkblocks", "successors", "successor"]),
    (Field::FullyServes, &["fullyserves", "needs", "need"]),
    (Field::PartlyServes, &["partlyserves"]),
    (Field::Goals, &["goals", "goal"]),
    (Field::Description, &["description", "details", "body", "summary", "notes", "note"]),
    (
        Field::Notes,
        &[
            "estimate",
            "originalestimate",
            "effort",
            "points",
            "storypoints",
            "storypointestimate",
            "labels",
            "label",
            "tags",
            "sprint",
            "iteration",
            "iterationpath",
            "cycle",
            "cyclename",
            "comment",
            "comments",
        ],
    ),
];

const OF_FEEDBACK: [(Field, &[&str]); 13] = [
    (Field::Key, &["key", "number", "externalkey", "identifier", "reference", "ticket"]),
    (Field::Id, &["id", "postid", "ideaid"]),
    (
        Field::Text,
        &[
            "text",
            "feedback",
            "title",
            "summary",
            "subject",
            "idea",
            "quote",
            "verbatim",
            "description",
            "details",
            "body",
            "comment",
            "remark",
            "message",
            "content",
        ],
    ),
    (
        Field::Day,
        &[
            "day",
            "createdat",
            "created",
            "createddate",
            "creationdate",
            "submittedat",
            "submitted",
            "postedat",
            "receivedat",
            "received",
            "date",
            "timestamp",
        ],
    ),
    (
        Field::Source,
        &[
            "source",
            "createdby",
            "author",
            "submittedby",
            "submitter",
            "requester",
            "reporter",
            "from",
            "user",
            "username",
            "name",
            "contact",
            "email",
        ],
    ),
    (
        Field::Customer,
        &["customer", "customername", "company", "companyname", "organisation", "organization", "account"],
    ),
    (Field::Channel, &["channel", "via", "medium", "origin"]),
    (Field::Status, &["status", "state"]),
    (Field::Reason, &["reason", "response", "answer", "reply"]),
    (Field::Votes, &["votes", "votescount", "votecount", "upvotes"]),
    (Field::Needs, &["needs", "need"]),
    (Field::Items, &["workitems", "items", "features", "feature"]),
    (Field::DuplicateOf, &["duplicateof", "originalnumber", "mergedinto"]),
];

/// Names as banks and ledgers give them, in English and the languages of Milepost's first users.
const OF_ACTUALS: [(Field, &[&str]); 12] = [
    (Field::Kind, &["what"]),
    (
        Field::Day,
        &[
            "day",
            "bookingdate",
            "postingdate",
            "transactiondate",
            "documentdate",
            "invoicedate",
            "buchungstag",
            "buchungsdatum",
            "belegdatum",
            "rechnungsdatum",
            "dateoperation",
            "datecomptable",
            "fecha",
            "date",
            "datum",
            "valuedate",
            "valuta",
            "valutadatum",
            "wertstellung",
        ],
    ),
    (
        Field::Amount,
        &[
            "amount",
            "netamount",
            "amounteur",
            "amountgbp",
            "amountusd",
            "amountinlocalcurrency",
            "transactionamount",
            "betrag",
            "betrageur",
            "umsatz",
            "umsatzineur",
            "montant",
            "importe",
            "importo",
            "bedrag",
        ],
    ),
    (
        Field::Debit,
        &[
            "debit",
            "debitamount",
            "paidout",
            "moneyout",
            "withdrawal",
            "withdrawals",
            "soll",
            "debiteur",
            "af",
        ],
    ),
    (Field::Credit, &["credit", "creditamount", "paidin", "moneyin", "deposit", "deposits", "haben", "bij"]),
    (Field::Currency, &["currency", "currencycode", "waehrung", "währung", "devise", "divisa"]),
    (
        Field::CostCentre,
        &[
            "budgetline",
            "costcentre",
            "costcenter",
            "costobject",
            "kostenstelle",
            "kostenträger",
            "centredecoût",
            "kostenplaats",
            "glaccount",
            "account",
            "accountname",
            "sachkonto",
            "category",
            "kategorie",
        ],
    ),
    (
        Field::Supplier,
        &[
            "supplier",
            "suppliername",
            "vendor",
            "vendorname",
            "creditor",
            "kreditor",
            "lieferant",
            "payee",
            "counterparty",
            "counterpartyname",
            "beguenstigterzahlungspflichtiger",
            "begünstigterzahlungspflichtiger",
            "empfänger",
            "zahlungsempfänger",
            "zahlungsempfängerin",
            "auftraggeberempfänger",
            "namezahlungsbeteiligter",
            "fournisseur",
            "proveedor",
            "merchant",
            "merchantname",
            "name",
        ],
    ),
    (
        Field::Note,
        &[
            "note",
            "text",
            "description",
            "details",
            "purpose",
            "memo",
            "narrative",
            "postingtext",
            "lineitemtext",
            "verwendungszweck",
            "buchungstext",
            "libellé",
            "concepto",
            "omschrijving",
        ],
    ),
    (Field::Item, &["workitem", "project", "projekt", "wbselement", "psp", "pspelement"]),
    (
        Field::Key,
        &[
            "key",
            "documentnumber",
            "documentno",
            "docno",
            "voucher",
            "vouchernumber",
            "invoicenumber",
            "invoiceno",
            "transactionid",
            "reference",
            "referencenumber",
            "belegnummer",
            "belegnr",
            "rechnungsnummer",
            "referenz",
            "endtoendid",
            "number",
        ],
    ),
    (Field::Id, &["id"]),
];

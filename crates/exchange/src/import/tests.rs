//! What becomes of rows, case by case.

mod actuals;
mod again;
mod feedback;
mod parents;
mod paste;
mod payments;

use std::collections::BTreeMap;

use milepost_plan::{DependencyKind, Horizon, PlanSettings, Schedule, Status, WorkItem};

use super::*;
use crate::dates::DayOrder;
use crate::mapping::Field;
use crate::table::ColumnRef;

fn ids(first: u128) -> impl FnMut() -> Uuid {
    let mut next = 0x0190_0000_0000_7000_8000_0000_0000_0000 + (first << 32);
    move || {
        next += 1;
        Uuid::from_u128(next)
    }
}

fn today() -> Day {
    "2026-11-25".parse().unwrap()
}

struct Desk {
    plan: Plan,
    imports: u128,
}

impl Desk {
    fn new() -> Self {
        Self { plan: Plan::new(PlanSettings::default()), imports: 0 }
    }

    fn import_with(&mut self, file: &str, change: impl FnOnce(&mut Mapping)) -> Import {
        let table = Table::read(file.as_bytes(), Cancel::NEVER).unwrap();
        let mut mapping = Mapping::suggest(&table);
        change(&mut mapping);
        self.imports += 1;
        let import =
            plan_import(&table, &mapping, &self.plan, today(), ids(self.imports), Cancel::NEVER).unwrap();
        assert_eq!(import.report.rows.len(), table.records.len());
        assert_eq!(import.report.counts.rows() as usize, table.records.len());
        let change = import.operation.change(&self.plan).expect("an import is never refused");
        self.plan.accept(&change);
        assert_eq!(milepost_plan::check_plan(&self.plan), []);
        import
    }

    fn import(&mut self, file: &str) -> Import {
        self.import_with(file, |_| {})
    }

    fn item(&self, key: &str) -> &WorkItem {
        self.plan.item_by_key(key).unwrap()
    }
}

fn outcomes(import: &Import) -> Vec<Outcome> {
    import.report.rows.iter().map(|row| row.outcome).collect()
}

fn remarks(import: &Import) -> Vec<&str> {
    import.report.rows.iter().flat_map(|row| &row.remarks).map(|remark| remark.text.as_str()).collect()
}

#[test]
fn a_full_row_becomes_an_item() {
    let mut desk = Desk::new();
    let import = desk.import(
        "Key,Title,Kind,Status,Theme,First day,Last day,Progress,Owner,Link,Description\n\
         A-1,Faster search,Story,Doing,Find,24/Jun/26,2026-06-30,40%,Ann,https://a.example,\"Two\r\nlines\"\n",
    );
    assert_eq!(outcomes(&import), [Outcome::Taken]);
    assert_eq!(import.operation.label(&desk.plan), "Import 1 user story");
    let item = desk.item("A-1");
    assert_eq!(
        (item.title.as_str(), item.kind, item.status),
        ("Faster search", ItemKind::UserStory, Status::InProgress)
    );
    assert_eq!(item.schedule.span().unwrap().days(), 7);
    assert_eq!((item.progress, item.owner.as_str(), item.link.as_str()), (40, "Ann", "https://a.example"));
    assert_eq!(item.description, "Two\nlines");
    assert_eq!(desk.plan.themes_in_order()[0].name, "Find");
    assert_eq!(Some(desk.plan.themes_in_order()[0].id), item.theme);
}

#[test]
fn a_row_is_refused_only_if_no_item_can_be_made_of_it() {
    let mut desk = Desk::new();
    let long = "x".repeat(2_001);
    let file = format!(
        "Key,Title,Theme,Status\nA,One,T,weird\nB,,Lost,done\n,,,\nC,{long},Lost,done\nD,Two,T,done\n"
    );
    let import = desk.import(&file);
    use Outcome::{Refused, Taken, TakenWithChange};
    assert_eq!(outcomes(&import), [TakenWithChange, Refused, Refused, Refused, Taken]);
    assert_eq!(
        remarks(&import),
        [
            "the status “weird” is not known and was not taken",
            "a feature needs a name",
            "the row is empty",
            "the name is 2001 characters long; at most 2000 fit",
        ]
    );
    assert_eq!(import.report.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 3, 4, 5, 6]);
    assert_eq!(desk.plan.themes().len(), 1, "a refused row leaves no theme behind");
    assert_eq!(desk.item("A").status, Status::Idea);
    assert_eq!(import.report.summary, "5 rows: 1 taken, 1 taken with a change, 3 refused. 1 theme added.");
}

#[test]
fn a_row_of_another_width_is_taken_and_said() {
    let mut desk = Desk::new();
    let import = desk.import("Key,Title,Owner\nA,One\nB,Two,Ann,,\nC,Three,Bob,x\n");
    assert_eq!(outcomes(&import), [Outcome::TakenWithChange, Outcome::Taken, Outcome::TakenWithChange]);
    assert_eq!(
        remarks(&import),
        [
            "the row has 2 cells under 3 columns; the rest count as empty",
            "the row has 4 cells under 3 columns; the last one was not read",
        ]
    );
}

#[test]
fn no_date_is_invented_and_none_is_lost() {
    let mut desk = Desk::new();
    let import = desk.import(
        "Key,Title,Start,End,Description,Horizon\n\
         A,Only a start,2018-11-26,,About it,\n\
         B,Backwards,2026-06-08,2024-08-13,,\n\
         C,Impossible,2023-14-05,2025-04-23,,later\n\
         D,Roughly,,,,Next\n",
    );
    assert_eq!(desk.item("A").description, "About it\n\nStart in the file: 2018-11-26");
    assert_eq!(desk.item("B").description, "Start in the file: 2026-06-08\nEnd in the file: 2024-08-13");
    assert!(["A", "B"].iter().all(|key| desk.item(key).schedule == Schedule::None));
    assert_eq!(desk.item("C").schedule, Schedule::Horizon { horizon: Horizon::Later });
    assert_eq!(desk.item("D").schedule, Schedule::Horizon { horizon: Horizon::Next });
    assert_eq!(
        remarks(&import),
        [
            "a start without an end; no dates were taken",
            "the end, 13 Aug 2024, is before the start, 8 Jun 2026; no dates were taken",
            "“2023-14-05” is not a day; no dates were taken",
        ]
    );
}

#[test]
fn an_epic_that_spans_what_it_holds_keeps_its_own_days() {
    let mut desk = Desk::new();
    let rows = "Key,Title,Kind,Start,End,Parent\nE,Epic,epic,2027-01-01,2027-01-31,\nA,Held,feature,2027-02-01,2027-02-26,E\n";
    desk.import(rows);
    let (before, again) = (desk.item("E").clone(), desk.import(rows));
    assert_eq!((outcomes(&again), remarks(&again)), (vec![Outcome::Unchanged, Outcome::Unchanged], vec![]));
    let import = desk.import(&rows.replace("Epic,epic,2027-01-01", "Other,epic,2027-01-15"));
    assert_eq!(
        remarks(&import),
        [
            "“Epic” begins and ends with what it holds; move or resize that instead; its own days stay as they are"
        ]
    );
    assert_eq!(import.report.rows[0].fields, [Field::Title]);
    assert_eq!((desk.item("E").title.as_str(), desk.item("E").schedule), ("Other", before.schedule));
}

#[test]
fn an_epic_that_comes_as_far_as_what_it_holds_keeps_its_own_progress() {
    let mut desk = Desk::new();
    let rows = "Key,Title,Kind,Start,End,Parent,Progress\nE,Epic,epic,,,,35\nA,Held,feature,2027-02-01,2027-02-26,E,20\n";
    desk.import(rows);
    let again = desk.import(rows);
    assert_eq!((outcomes(&again), remarks(&again)), (vec![Outcome::Unchanged, Outcome::Unchanged], vec![]));
    let import = desk.import(&rows.replace("Epic,epic,,,,35", "Other,epic,,,,60"));
    assert_eq!(
        remarks(&import),
        ["“Epic” has come as far as what it holds; change that instead; its own progress stays as it is"]
    );
    assert_eq!((desk.item("E").title.as_str(), desk.item("E").progress), ("Other", 35));
}

#[test]
fn the_day_order_is_asked_for_only_where_it_is_open() {
    let open = Table::read(b"Title,Start,End\nA,3/4/2026,5/4/2026\n", Cancel::NEVER).unwrap();
    let plan = Plan::new(PlanSettings::default());
    let mut mapping = Mapping::suggest(&open);
    let refused = plan_import(&open, &mapping, &plan, today(), ids(1), Cancel::NEVER).unwrap_err();
    assert_eq!(refused, ExchangeError::DayOrderNeeded { example: "3/4/2026".to_owned() });
    let preview = inspect(&open, &mapping, &plan, today(), Cancel::NEVER).unwrap();
    let examples = vec!["3/4/2026".to_owned(), "5/4/2026".to_owned()];
    assert_eq!(preview.questions, [Question::DayOrder { examples }]);
    assert_eq!(preview.rows[0].item.as_ref().unwrap().schedule, Schedule::None);

    mapping.day_order = Some(DayOrder::Mdy);
    let preview = inspect(&open, &mapping, &plan, today(), Cancel::NEVER).unwrap();
    assert_eq!(preview.questions, []);
    assert_eq!(
        preview.rows[0].item.as_ref().unwrap().schedule.span().unwrap().first.to_string(),
        "2026-03-04"
    );

    let decided = Table::read(b"Title,Start,End\nA,3/4/2026,13/4/2026\n", Cancel::NEVER).unwrap();
    let preview = inspect(&decided, &Mapping::suggest(&decided), &plan, today(), Cancel::NEVER).unwrap();
    assert_eq!((preview.day_order, preview.questions), (Some(DayOrder::Dmy), vec![]));
    assert_eq!(
        preview.rows[0].item.as_ref().unwrap().schedule.span().unwrap().first.to_string(),
        "2026-04-03"
    );
}

#[test]
fn rows_without_keys_are_added_each_time_with_a_warning() {
    let mut desk = Desk::new();
    let file = "Title\nOne\nTwo\n";
    assert_eq!(desk.import(file).report.warnings.len(), 1);
    desk.import(file);
    assert_eq!(desk.plan.items().len(), 4);
    assert_eq!(desk.import("Key,Title\nA,One\n").report.warnings, Vec::<String>::new());
}

#[test]
fn dependencies_are_taken_but_for_the_unknown_the_own_and_the_circular() {
    let mut desk = Desk::new();
    let import = desk.import(
        "Key,Title,Depends on,Blocks\n\
         A,Alpha,\"B SS+3; C, Nope\",\n\
         B,Beta,B,\n\
         C,Gamma,,A\n\
         D,Delta,A +2,\n\
         B SS,Clash,\"B FF-1;C SF\",C\n",
    );
    assert_eq!(
        remarks(&import),
        [
            "the predecessor “Nope” is neither in the file nor in the plan",
            "“B” was not taken: “Beta” cannot depend on itself",
            "“C” was not taken: that would be a circle of dependencies: Clash → Gamma → Clash",
        ]
    );
    let title = |id| desk.plan.items().get(id).unwrap().title.as_str();
    let mut ties: Vec<_> = desk
        .plan
        .dependencies()
        .iter()
        .map(|row| (title(row.predecessor), title(row.successor), row.kind, row.lag_days))
        .collect();
    ties.sort_unstable();
    use DependencyKind::{FinishToFinish, FinishToStart, StartToFinish, StartToStart};
    assert_eq!(
        ties,
        [
            ("Alpha", "Delta", FinishToStart, 2),
            ("Beta", "Alpha", StartToStart, 3),
            ("Beta", "Clash", FinishToFinish, -1),
            ("Gamma", "Alpha", FinishToStart, 0),
            ("Gamma", "Clash", StartToFinish, 0),
        ]
    );
    assert_eq!(import.report.counts.dependencies_added, 5);

    let again = desk.import("Key,Title,Depends on\nA,Alpha,B\nD,Delta,A FS+5\nB,Beta,D\n");
    assert_eq!(outcomes(&again), [Outcome::Unchanged, Outcome::Updated, Outcome::Unchanged]);
    assert_eq!(again.report.rows[1].fields, [Field::DependsOn]);
    assert_eq!(
        remarks(&again),
        ["“D” was not taken: that would be a circle of dependencies: Delta → Beta → Alpha → Delta"]
    );
}

#[test]
fn of_ties_that_make_a_circle_by_way_of_epics_that_between_epics_is_left_out() {
    let mut desk = Desk::new();
    let import = desk.import(
        "Key,Title,Kind,Parent,Depends on\nE,First,Epic,,\nF,Second,Epic,,E\nA,Of the first,Feature,E,B\nB,Of the second,Feature,F,\n",
    );
    assert_eq!(desk.plan.dependencies().len(), 1);
    let remark = &import.report.rows[1].remarks[0].text;
    assert!(remark.contains("since an epic begins and ends with what it holds"), "{remark}");
}

#[test]
fn what_is_part_of_an_item_does_not_wait_for_it() {
    let mut desk = Desk::new();
    let file = "Key,Title,Kind,Parent,Depends on\nE,Whole,Epic,,\nF,Part,Feature,E,E\nS,Deep,Story,F,E\n";
    let import = desk.import(file);
    let expected = [
        "“E” was not taken: “Part” is part of “Whole”, so neither can wait for the other",
        "“E” was not taken: “Deep” is part of “Whole”, so neither can wait for the other",
    ];
    assert_eq!(remarks(&import), expected);
    assert!(desk.import(file).is_empty());
}

#[test]
fn a_kind_that_does_not_fit_comes_with_its_parent_or_not_at_all() {
    let mut desk = Desk::new();
    desk.import(
        "Key,Title,Kind,Parent\nF,Feature,Feature,\nE,Epic,Epic,\nS,Story,Story,F\nT,Other,Story,F\n",
    );
    let import = desk.import("Key,Title,Kind,Parent\nS,Story,Feature,E\nT,Other,Feature,\n");
    assert_eq!(outcomes(&import), [Outcome::Updated, Outcome::Unchanged]);
    assert_eq!(import.report.rows[0].fields, [Field::Kind, Field::Parent]);
    assert_eq!(remarks(&import), ["the kind stays as it is: “feature” does not fit where the item hangs"]);
    assert_eq!(desk.item("S").parent, Some(desk.item("E").id));
    assert_eq!(desk.item("T").kind, ItemKind::UserStory);
}

#[test]
fn a_preview_says_what_columns_and_words_are_taken_for() {
    let table = Table::read(b"Title,Status,Colour\nA,done,red\nB,odd,\nC,done,red\n", Cancel::NEVER).unwrap();
    let plan = Plan::new(PlanSettings::default());
    let mut mapping = Mapping::suggest(&table);
    let preview = inspect(&table, &mapping, &plan, today(), Cancel::NEVER).unwrap();
    assert_eq!(preview.columns[1].fields, [Field::Status]);
    assert_eq!(preview.columns[2].fields, []);
    assert_eq!(
        (preview.columns[2].filled_rows, preview.columns[2].examples.as_slice()),
        (2, &["red".to_owned()][..])
    );
    let statuses: Vec<_> =
        preview.statuses.iter().map(|word| (word.word.as_str(), word.rows, word.status)).collect();
    assert_eq!(statuses, [("done", 2, Some(Status::Done)), ("odd", 1, None)]);
    assert_eq!((preview.rows.len(), preview.counts.taken, preview.counts.taken_with_change), (3, 2, 1));
    assert_eq!(preview.warnings.len(), 1);

    mapping.columns.insert(Field::Owner, vec![ColumnRef::first("Who")]);
    let missing = Question::MissingColumn { name: "Who".to_owned() };
    assert_eq!(inspect(&table, &mapping, &plan, today(), Cancel::NEVER).unwrap().questions, [missing]);
    mapping.columns.clear();
    assert_eq!(
        inspect(&table, &mapping, &plan, today(), Cancel::NEVER).unwrap().questions,
        [Question::Title]
    );
    assert_eq!(
        plan_import(&table, &mapping, &plan, today(), ids(1), Cancel::NEVER).unwrap_err(),
        ExchangeError::NoTitleColumn
    );
}

#[test]
fn columns_are_counted_as_one_says_it() {
    let mut desk = Desk::new();
    let import = desk.import("Title\nOne,x,y\n");
    assert_eq!(remarks(&import), ["the row has 3 cells under 1 column; the last 2 were not read"]);
}

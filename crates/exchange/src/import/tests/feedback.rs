//! Rows of feedback: Fider's columns, what is refused, and the same file again.

use milepost_plan::{
    CustomerId, Feedback, FeedbackEdit, FeedbackStatus, Id, ItemId, NeedId, NewCustomer, NewItem, NewNeed,
};

use super::*;

const FIDER: &str = "number,title,description,created_at,created_by,votes_count,comments_count,status,responded_by,\
     responded_at,response,original_number,original_title,tags\n";

impl Desk {
    fn feedback(&self, key: &str) -> &Feedback {
        self.plan.feedback_by_key(key).unwrap()
    }

    fn apply(&mut self, operation: &Operation) {
        let change = operation.change(&self.plan).unwrap();
        self.plan.accept(&change);
    }

    /// A plan with a customer, a need and a work item.
    fn with_needs() -> Self {
        let mut desk = Self::new();
        let customer = NewCustomer {
            id: CustomerId::from_uuid(Uuid::from_u128(1)),
            name: "Acme".to_owned(),
            kind: Default::default(),
            size: 40,
            unit: String::new(),
            note: String::new(),
        };
        desk.apply(&Operation::AddCustomer { customer });
        let need =
            |number, statement: &str| NewNeed::new(NeedId::from_uuid(Uuid::from_u128(number)), statement);
        desk.apply(&Operation::AddNeed { need: need(2, "Send reports; on time, every week") });
        desk.apply(&Operation::AddNeed { need: need(3, "Find again") });
        desk.apply(&Operation::AddNeed { need: need(4, "Find again") });
        let item = NewItem {
            key: "F-1".to_owned(),
            ..NewItem::new(ItemId::from_uuid(Uuid::from_u128(5)), ItemKind::Feature, "Schedules")
        };
        desk.apply(&Operation::AddItem { item });
        desk
    }
}

#[test]
fn the_columns_of_fider_are_known() {
    let mut desk = Desk::new();
    let file = format!(
        "{FIDER}\
         1,Dark mode,\"For the night.\r\nPlease.\",2026-03-04T23:59:59+02:00,Ann,12,3,completed,Bo,2026-05-01T08:00:00Z,It is there,,,\"ui, wish\"\n\
         2,Fewer mails,,2026-03-05T00:10:00Z,Cy,4,0,declined,Bo,2026-05-01T08:00:00Z,Too dear,,,\n\
         3,Night theme,,2026-03-06 07:00:00.123456 +0000 UTC,,2,0,duplicate,Bo,,,1,Dark mode,\n\
         4,Export,,2026-03-07T07:00:00-05:00,Di,0,0,started,,,,,,\n\
         5,Nothing yet,,2026-03-07T07:00:00Z,Di,1,0,open,,,,,,\n"
    );
    let import = desk.import(&file);
    use Outcome::{Taken, TakenWithChange};
    assert_eq!(outcomes(&import), [TakenWithChange, Taken, Taken, Taken, Taken]);
    assert_eq!(remarks(&import), ["only the reason for declining is kept; this answer was not taken"]);
    assert_eq!(
        import.report.warnings,
        ["Not taken: comments_count, responded_by, responded_at, original_title, tags."]
    );
    assert_eq!(import.operation.label(&desk.plan), "Import 5 pieces of feedback");
    let one = desk.feedback("1");
    assert_eq!(
        (one.text.as_str(), one.day.to_string().as_str(), one.source.as_str(), one.votes, one.status),
        ("Dark mode\n\nFor the night.\nPlease.", "2026-03-04", "Ann", 12, FeedbackStatus::Answered)
    );
    let two = desk.feedback("2");
    assert_eq!((two.status, two.reason.as_str()), (FeedbackStatus::Declined, "Too dear"));
    let three = desk.feedback("3");
    assert_eq!((three.duplicate_of, three.day.to_string().as_str()), (Some(one.id), "2026-03-06"));
    assert_eq!(desk.plan.votes_of(one), 14);
    assert_eq!(desk.feedback("4").status, FeedbackStatus::Planned);
    assert_eq!(desk.feedback("5").status, FeedbackStatus::New);

    let again = desk.import(&file);
    assert!(again.is_empty(), "{again:?}");
    assert_eq!(outcomes(&again), [Outcome::Unchanged; 5]);
}

#[test]
fn a_row_that_is_wrong_is_refused_by_line_and_the_rest_is_taken() {
    let mut desk = Desk::with_needs();
    let import = desk.import_with(
        "Key,Text,Day,Votes,Needs,Work items,Customer\n\
         a,Fine,2026-03-04,3,\"Send reports; on time, every week\",F-1,acme\n\
         b,Too few,2026-03-04,-3,,,New one\n\
         c,Too many,2026-03-04,1000000001,,,\n\
         d,No number,2026-03-04,lots,,,\n\
         e,No day,2026-02-30,1,,,\n\
         f,Day left open,,1,,,\n\
         g,Out of range,1826-02-03,1,,,Lost\n\
         h,,2026-03-04,1,,,\n\
         i,Unknown need,2026-03-04,1,Fly; send reports,,\n\
         j,Two of them,2026-03-04,1,Find again,,\n\
         k,Unknown item,2026-03-04,1,,F-9,\n\
         ,,,,,,\n\
         l,Also fine,2026-03-04,,00000000-0000-0000-0000-000000000003,schedules,\n",
        |mapping| mapping.adds_customers = true,
    );
    assert_eq!(
        remarks(&import),
        [
            "the votes are “-3”; they must be a number from 0 to 1000000000",
            "the votes are “1000000001”; they must be a number from 0 to 1000000000",
            "the votes are “lots”; they must be a number from 0 to 1000000000",
            "“2026-02-30” is not a day",
            "the row gives no day",
            "3 Feb 1826 is outside the years 1900 to 2199",
            "feedback needs a text",
            "the need “Fly” is not in the plan",
            "the need “Find again” is in the plan several times; use its id",
            "the work item “F-9” is not in the plan",
            "the row is empty",
        ]
    );
    assert_eq!(import.report.summary, "13 rows: 2 taken, 11 refused.");
    assert_eq!(desk.plan.customers().len(), 1, "a refused row leaves no customer behind");
    let (a, l) = (desk.feedback("a"), desk.feedback("l"));
    assert_eq!((a.needs.len(), a.items.len(), a.customer.is_some(), a.votes), (1, 1, true, 3));
    assert_eq!((l.needs.len(), l.items.len(), l.votes, l.status), (1, 1, 1, FeedbackStatus::Planned));
}

#[test]
fn customers_are_added_only_if_that_is_asked_for() {
    let mut desk = Desk::new();
    let file = "Key,Text,Date,Customer,Votes\n1,One,2026-01-01,Acme,1\n2,Two,2026-01-02,ACME,1\n";
    let left = desk.import(file);
    assert_eq!(
        remarks(&left),
        [
            "the customer “Acme” is not in the plan and was not taken",
            "the customer “ACME” is not in the plan and was not taken"
        ]
    );
    assert_eq!(desk.plan.customers().len(), 0);
    let added = desk.import_with(file, |mapping| mapping.adds_customers = true);
    assert_eq!(added.report.summary, "2 rows: 2 updated. 1 customer added.");
    assert_eq!(desk.feedback("1").customer, desk.feedback("2").customer);
    assert!(desk.feedback("2").customer.is_some());
}

#[test]
fn a_customer_that_could_be_two_is_neither_and_no_third() {
    let mut desk = Desk::with_needs();
    for (number, name) in [(7, "ACME"), (8, "Other")] {
        let id = CustomerId::from_uuid(Uuid::from_u128(number));
        let (unit, note) = (String::new(), String::new());
        let customer =
            NewCustomer { id, name: name.to_owned(), kind: Default::default(), size: 1, unit, note };
        desk.apply(&Operation::AddCustomer { customer });
    }
    let file = "Key,Feedback,Day,Customer\n1,Slow,2026-03-04,acme\n2,Fast,2026-03-04,Acme\n";
    let import = desk.import_with(file, |mapping| mapping.adds_customers = true);
    let several = "the plan has several customers called “acme” but for capitals, and none was taken";
    assert_eq!(remarks(&import), [several]);
    let customer = |key| desk.feedback(key).customer.map(Id::uuid);
    assert_eq!((customer("1"), customer("2")), (None, Some(Uuid::from_u128(1))));
    assert_eq!(desk.plan.customers().len(), 3);
}

#[test]
fn a_day_that_is_left_open_is_the_usual_one_if_there_is_one() {
    let mut desk = Desk::new();
    let file = "Feedback,Votes\nOne,1\n";
    assert_eq!(remarks(&desk.import(file)), ["the row gives no day"]);
    let import = desk.import_with(file, |mapping| mapping.usual_day = Day::from_ymd(2026, 11, 23));
    assert_eq!(remarks(&import), ["the row gives no day; taken as said on 23 Nov 2026"]);
    assert_eq!(
        import.report.warnings[0].split(':').next(),
        Some("No column is a key, so no row finds what it has become before")
    );
}

#[test]
fn the_file_again_brings_votes_and_what_was_closed_and_opens_nothing() {
    let mut desk = Desk::with_needs();
    let header = "number,title,created_at,votes_count,status,response\n";
    desk.import(&format!(
        "{header}1,One,2026-01-01,1,open,\n2,Two,2026-01-01,1,open,\n3,Three,2026-01-01,1,started,\n"
    ));
    let (one, two) = (desk.feedback("1").id, desk.feedback("2").id);
    let need = NeedId::from_uuid(Uuid::from_u128(3));
    desk.apply(&Operation::EditFeedback { ids: vec![one], edit: FeedbackEdit::Need { need, linked: true } });
    desk.apply(&Operation::EditFeedback {
        ids: vec![two],
        edit: FeedbackEdit::Status(FeedbackStatus::Answered),
    });
    let again = desk.import(&format!(
        "{header}1,One,2026-01-01,5,open,\n2,Two,2026-01-01,1,planned,\n3,Three,2026-01-01,1,declined,No time\n"
    ));
    assert_eq!(outcomes(&again), [Outcome::Updated, Outcome::Unchanged, Outcome::Updated]);
    assert_eq!(again.report.rows[0].fields, [Field::Votes]);
    assert_eq!(again.report.rows[2].fields, [Field::Status]);
    let told = |key: &str| (desk.feedback(key).votes, desk.feedback(key).status);
    assert_eq!(told("1"), (5, FeedbackStatus::Linked));
    assert_eq!(told("2"), (1, FeedbackStatus::Answered));
    assert_eq!((told("3"), desk.feedback("3").reason.as_str()), ((1, FeedbackStatus::Declined), "No time"));
}

#[test]
fn a_duplicate_of_nothing_that_is_known_stands_for_itself_and_says_so() {
    let mut desk = Desk::new();
    let import = desk.import(
        "number,title,created_at,votes_count,status,original_number\n\
         1,One,2026-01-01,1,duplicate,\n2,Two,2026-01-01,1,duplicate,9\n3,Three,2026-01-01,1,duplicate,3\n",
    );
    assert_eq!(
        remarks(&import),
        [
            "the file says that it is a duplicate, but not of what; merge it by hand",
            "the original “9” is neither in the file nor in the plan",
            "“3” was not taken: a feedback cannot be merged into itself",
        ]
    );
    assert!(desk.plan.feedback().iter().all(|feedback| feedback.duplicate_of.is_none()));
}

#[test]
fn a_look_tells_what_is_to_be_said() {
    let desk = Desk::new();
    let table = Table::read(
        b"number,title,created_at,votes_count,status,customer\n1,One,3/4/2026,1,open,A\n2,Two,,1,paused,b\n",
        Cancel::NEVER,
    )
    .unwrap();
    let look = inspect(&table, &Mapping::suggest(&table), &desk.plan, today(), Cancel::NEVER).unwrap();
    assert_eq!(look.questions.len(), 1);
    assert_eq!((look.rows_without_day, look.unknown_customers), (1, 2));
    let words: Vec<_> = look.feedback_statuses.iter().map(|word| (word.word.as_str(), word.status)).collect();
    assert_eq!(words, [("open", Some(FeedbackStatus::New)), ("paused", None)]);
    let none = inspect(
        &table,
        &Mapping { columns: BTreeMap::new(), ..Mapping::suggest(&table) },
        &desk.plan,
        today(),
        Cancel::NEVER,
    )
    .unwrap();
    assert_eq!(none.questions, [Question::Text]);
}

#[test]
fn a_part_of_our_own_table_brings_back_the_texts_of_feedback() {
    let mut desk = Desk::new();
    desk.import("Key,Text,Day,Votes,Source\nA,+1 from us,2026-11-02,3,@alice\n");
    let id = desk.plan.feedback_by_key("A").unwrap().id.uuid();
    let import = desk.import(&format!("Text,Votes,Source,Id\n'+1 from us,4,'@alice,{id}\n"));
    assert_eq!(outcomes(&import), [Outcome::Updated]);
    let feedback = desk.plan.feedback_by_key("A").unwrap();
    assert_eq!(
        (feedback.text.as_str(), feedback.source.as_str(), feedback.votes),
        ("+1 from us", "@alice", 4)
    );
}

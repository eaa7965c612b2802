use milepost_plan::Cancel;

use super::*;

fn suggested(header: &str) -> Mapping {
    Mapping::suggest(&Table::read(header.as_bytes(), Cancel::NEVER).unwrap())
}

/// “field: column, column#2” per field, in the order of the fields.
fn told(mapping: &Mapping) -> Vec<String> {
    let column = |column: &ColumnRef| match column.occurrence {
        1 => column.name.clone(),
        occurrence => format!("{}#{occurrence}", column.name),
    };
    let columns = |columns: &[ColumnRef]| columns.iter().map(column).collect::<Vec<_>>().join(", ");
    mapping.columns.iter().map(|(field, feeds)| format!("{}: {}", field.label(), columns(feeds))).collect()
}

#[test]
fn a_table_of_enhancements() {
    let mapping = suggested("Key,Title,Type,Group,Status,Stage,Start,End,Alpha,Beta,Stable,See also");
    assert_eq!(
        told(&mapping),
        [
            "key: Key",
            "title: Title",
            "kind: Type",
            "status: Status",
            "theme: Group",
            "first day: Start",
            "last day: End",
            "depends on: See also",
        ]
    );
}

#[test]
fn jira() {
    let mapping = suggested(
        "Summary,Issue key,Issue id,Parent id,Issue Type,Status,Project key,Project name,Assignee,Created,Due date,\
         Description,Inward issue link (Blocks),Inward issue link (Blocks),Outward issue link (Blocks),Sprint,Sprint,\
         Custom field (Start date),Custom field (Epic Link),Custom field (Story Points),Comment,Parent,Parent summary,\
         Status Category",
    );
    assert_eq!(
        told(&mapping),
        [
            "id: Issue id",
            "key: Issue key",
            "title: Summary",
            "kind: Issue Type",
            "status: Status, Status Category",
            "theme: Project name",
            "parent: Parent, Parent id, Custom field (Epic Link)",
            "first day: Custom field (Start date)",
            "last day: Due date",
            "owner: Assignee",
            "depends on: Inward issue link (Blocks), Inward issue link (Blocks)#2",
            "blocks: Outward issue link (Blocks)",
            "description: Description",
            "notes: Sprint, Sprint#2, Custom field (Story Points), Comment",
        ]
    );
}

#[test]
fn azure_devops_flat_and_as_a_tree() {
    let flat = suggested("ID,Work Item Type,Title,Assigned To,State,Tags");
    let expected = [
        "key: ID",
        "title: Title",
        "kind: Work Item Type",
        "status: State",
        "owner: Assigned To",
        "notes: Tags",
    ];
    assert_eq!(told(&flat), expected);
    let tree = suggested("ID,Work Item Type,Title 1,Title 2,Title 3,State");
    assert_eq!(tree.columns_of(Field::Title).len(), 3);
}

#[test]
fn linear_and_github_projects() {
    let linear = suggested(
        "ID,Team,Title,Description,Status,Estimate,Priority,Project,Assignee,Labels,Cycle Name,Created,Started,\
         Due Date,Parent issue,UUID",
    );
    assert_eq!(
        told(&linear),
        [
            "key: ID",
            "title: Title",
            "status: Status",
            "theme: Project",
            "parent: Parent issue",
            "first day: Started",
            "last day: Due Date",
            "owner: Assignee",
            "description: Description",
            "notes: Estimate, Labels, Cycle Name",
        ]
    );
    let github = suggested("Title\tURL\tAssignees\tStatus\tLabels\tStart date\tTarget date\tParent issue");
    let expected = [
        "title: Title",
        "status: Status",
        "parent: Parent issue",
        "first day: Start date",
        "last day: Target date",
        "owner: Assignees",
        "link: URL",
        "notes: Labels",
    ];
    assert_eq!(told(&github), expected);
}

#[test]
fn our_own_table_is_known() {
    let header = crate::export::own_columns(RowsAre::WorkItems).join(";");
    let mapping = suggested(&header);
    assert!(mapping.formulas_are_defused);
    assert_eq!(mapping.list_separators, ";");
    assert_eq!(mapping.columns.len(), crate::export::own_columns(RowsAre::WorkItems).len());
    assert!(!suggested("Key,Title,Id").formulas_are_defused, "no row tells so");
}

#[test]
fn a_summary_beside_a_title_describes() {
    let mapping = suggested("Title,Summary,Created");
    assert_eq!(told(&mapping), ["title: Title", "first day: Created", "description: Summary"]);
}

#[test]
fn words_mean_what_the_mapping_says_before_what_is_known() {
    let mut mapping = Mapping::default();
    assert_eq!(mapping.status("🏗 In-Progress"), Some(Status::InProgress));
    assert_eq!(mapping.status("Won't do"), Some(Status::Dropped));
    assert_eq!(mapping.kind("User Story"), Some(ItemKind::UserStory));
    for word in ["deferred", "imlpemented", "implemented (alpha)", ""] {
        assert_eq!(mapping.status(word), None, "{word}");
    }
    mapping.statuses.insert("Deferred".to_owned(), Status::Dropped);
    mapping.statuses.insert("done".to_owned(), Status::InProgress);
    mapping.kinds.insert("Theme".to_owned(), ItemKind::Epic);
    assert_eq!(mapping.status(" DEFERRED "), Some(Status::Dropped));
    assert_eq!(mapping.status("Done"), Some(Status::InProgress));
    assert_eq!(mapping.kind("theme"), Some(ItemKind::Epic));
}

#[test]
fn every_word_of_ours_is_known() {
    let mapping = Mapping::default();
    for kind in ItemKind::ALL {
        assert_eq!((mapping.kind(kind.label()), mapping.kind(kind.word())), (Some(kind), Some(kind)));
    }
    for status in Status::ALL {
        assert_eq!(
            (mapping.status(status.label()), mapping.status(status.word())),
            (Some(status), Some(status))
        );
    }
}

#[test]
fn a_mapping_is_written_by_hand_as_json() {
    let written = r#"{
        "columns": { "title": ["Name"], "notes": [{ "name": "Sprint", "occurrence": 2 }, { "name": " Team " }] },
        "day_order": "mdy",
        "statuses": { "parked": "idea" }
    }"#;
    let mapping: Mapping = serde_json::from_str(written).unwrap();
    assert_eq!(told(&mapping), ["title: Name", "notes: Sprint#2, Team"]);
    assert_eq!((mapping.day_order, mapping.list_separators.as_str()), (Some(DayOrder::Mdy), ";,\n"));
    let again: Mapping = serde_json::from_str(&serde_json::to_string(&mapping).unwrap()).unwrap();
    assert_eq!(again, mapping);
    assert!(
        serde_json::from_str::<Mapping>(r#"{ "colums": {} }"#).is_err(),
        "a misspelt word is not passed over"
    );
}

#[test]
fn a_column_that_the_file_does_not_have_is_refused_but_not_one_repetition_less() {
    let table = Table::read(b"Title,Sprint\n", Cancel::NEVER).unwrap();
    let mut mapping = Mapping::suggest(&table);
    mapping
        .columns
        .get_mut(&Field::Notes)
        .unwrap()
        .push(ColumnRef { name: "Sprint".to_owned(), occurrence: 2 });
    assert_eq!(mapping.positions(&table).unwrap().of(Field::Notes), [1]);
    mapping.columns.insert(Field::Owner, vec![ColumnRef::first("Who")]);
    assert_eq!(
        mapping.positions(&table).unwrap_err(),
        ExchangeError::MissingColumn { name: "Who".to_owned() }
    );
}

#[test]
fn the_mapping_in_the_guide_can_be_read() {
    let guide = include_str!("../../../../docs/how-to/csv.md");
    let (_, from_block) = guide.split_once("```json\n").unwrap();
    let mapping: Mapping = serde_json::from_str(from_block.split("```").next().unwrap()).unwrap();
    assert_eq!(mapping.columns_of(Field::DependsOn)[1].occurrence, 2);
    assert_eq!(mapping.status("In the field"), Some(Status::Done));
    let named = guide.rsplit_once("The fields are").unwrap().1;
    for field in [RowsAre::WorkItems, RowsAre::Feedback].into_iter().flat_map(Field::all) {
        let word = serde_json::to_string(&field).unwrap().replace('"', "`");
        assert!(named.contains(&word), "{word}");
    }
}

#[test]
fn feedback_is_known_by_its_votes_and_by_speaking_of_no_work() {
    let fider = suggested(
        "number,title,description,created_at,created_by,votes_count,comments_count,status,responded_by,responded_at,\
         response,original_number,original_title,tags",
    );
    assert_eq!(fider.rows_are, RowsAre::Feedback);
    assert_eq!(
        told(&fider),
        [
            "key: number",
            "status: status",
            "text: title, description",
            "day: created_at",
            "source: created_by",
            "reason: response",
            "votes: votes_count",
            "duplicate of: original_number",
        ]
    );
    for (header, rows_are) in [
        ("Summary,Issue Type,Votes,Created", RowsAre::WorkItems),
        ("Title,Start,End", RowsAre::WorkItems),
        ("Feedback,Company,From", RowsAre::Feedback),
        ("Id,Idea,Up-votes,Date", RowsAre::Feedback),
    ] {
        assert_eq!(suggested(header).rows_are, rows_are, "{header}");
    }
    let table = Table::read(b"Text,Date,Votes\n", Cancel::NEVER).unwrap();
    let items = Mapping::suggest_for(&table, RowsAre::WorkItems);
    assert!(!items.columns.contains_key(&Field::Text) && !items.columns.contains_key(&Field::Votes));
}

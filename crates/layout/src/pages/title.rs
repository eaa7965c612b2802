//! The title block: what the plan is called, how much is in it, which version it is, of when and for whom.

use milepost_plan::{BudgetLine, ItemKind, Roadmap, Schedule, Span, WorkItem};

use super::Document;
use crate::axis::filled;
use crate::fonts::Weight;
use crate::lettering::Lettering;
use crate::paint::Role;
use crate::scene::{Node, Point, Rect, Shape};
use crate::speech;

/// Size of the smallest type of the block, in points.
pub(super) const SMALLEST_PT: f64 = LABEL.size;
const TITLE: Lettering = Lettering::new(24.0, Weight::SemiBold, Role::Ink);
const SUMMARY: Lettering = Lettering::new(10.0, Weight::Regular, Role::Ink2);
const LABEL: Lettering = Lettering::new(7.5, Weight::Regular, Role::Ink3);
const VALUE: Lettering = Lettering::new(10.0, Weight::Medium, Role::Ink);

impl Document<'_> {
    /// The title block of what is shown, and where it ends.
    pub(super) fn title_block(&self, range: Option<Span>) -> (Vec<Node>, f64) {
        let mut block = Block { document: self, nodes: Vec::new(), y: self.sheet.frame.y };
        block.title();
        block.summary(range);
        block.facts(range);
        block.rule();
        (block.nodes, block.y)
    }
}

/// A title block as it grows downwards.
struct Block<'a> {
    document: &'a Document<'a>,
    nodes: Vec<Node>,
    /// Where the next part begins.
    y: f64,
}

impl Block<'_> {
    fn title(&mut self) {
        const LINE: f64 = 28.0;
        let frame = self.document.sheet.frame;
        let fonts = self.document.fonts;
        let name = &self.document.plan.settings().name;
        let lines = fonts.wrapped(name, TITLE.weight, TITLE.size, frame.width, 2);
        for (index, line) in lines.into_iter().enumerate() {
            let at = Point { x: frame.x, y: self.y + 18.0 };
            self.text(format!("title/{index}"), TITLE, &line, at, frame.width);
            self.y += LINE;
        }
    }

    fn summary(&mut self, range: Option<Span>) {
        let frame = self.document.sheet.frame;
        let at = Point { x: frame.x, y: self.y + 8.0 };
        let summary = summary(self.document, range);
        self.text("title/summary".to_owned(), SUMMARY, &summary, at, frame.width);
        self.y += 24.0;
    }

    /// Labels over values, side by side as far as there is room.
    fn facts(&mut self, range: Option<Span>) {
        const LINE: f64 = 30.0;
        const BETWEEN: f64 = 30.0;
        let (frame, fonts) = (self.document.sheet.frame, self.document.fonts);
        let mut x = frame.x;
        for (label, value) in facts(self.document, range) {
            let width = VALUE.width(&value, fonts).max(LABEL.width(label, fonts)).min(frame.width);
            if x + width > frame.right() {
                (x, self.y) = (frame.x, self.y + LINE);
            }
            let key = format!("title/{}", label.to_lowercase());
            self.text(format!("{key}/label"), LABEL, label, Point { x, y: self.y + 6.0 }, width);
            self.text(key, VALUE, &value, Point { x, y: self.y + 19.0 }, width);
            x += width + BETWEEN;
        }
        self.y += LINE;
    }

    fn rule(&mut self) {
        let frame = self.document.sheet.frame;
        let rule = Rect::new(frame.x, self.y, frame.width, 0.75);
        self.nodes.push(Node::new("title/rule", filled(rule, Role::LineStrong)));
        self.y += 16.0;
    }

    fn text(&mut self, key: String, lettering: Lettering, text: &str, at: Point, room: f64) {
        let run = lettering.run_within(text, at, room, self.document.fonts);
        self.nodes.extend(run.map(|run| Node::new(key, Shape::Text(run))));
    }
}

/// The sentence that stands where the chart would, if there is nothing to show.
pub(super) fn nothing(document: &Document<'_>, y: f64) -> Option<Node> {
    let is_cut = document.options.from.is_some() || document.options.to.is_some();
    if document.options.view.roadmap == Roadmap::Needs {
        let sentence =
            if is_cut { "Nothing is planned in this period." } else { "No need is served on days yet." };
        return nothing_node(document, y, sentence);
    }
    if document.options.view.roadmap == Roadmap::Budget {
        let sentence = match document.plan.budget_lines().len() {
            _ if is_cut => "Nothing is planned in this period.",
            0 => "There is no budget line yet.",
            _ => "No money is planned or spent yet.",
        };
        return nothing_node(document, y, sentence);
    }
    let undated = count(document, |item| item.schedule == Schedule::None);
    let left_out = document.plan.items().len() - count(document, |_| true);
    let sentence = match undated {
        _ if is_cut => "Nothing is planned in this period.".to_owned(),
        0 if left_out > 0 => {
            let (verb, items) = (if left_out == 1 { "is" } else { "are" }, speech::items(left_out));
            format!("Nothing to show: {items} {verb} left out by this view.")
        }
        0 => "Nothing is planned yet.".to_owned(),
        _ => format!("Nothing has dates yet: {} to be scheduled.", speech::counted(undated, noun(document))),
    };
    nothing_node(document, y, &sentence)
}

fn nothing_node(document: &Document<'_>, y: f64, sentence: &str) -> Option<Node> {
    const SENTENCE: Lettering = Lettering::new(12.0, Weight::Regular, Role::Ink2);
    let frame = document.sheet.frame;
    let run =
        SENTENCE.run_within(sentence, Point { x: frame.x, y: y + 12.0 }, frame.width, document.fonts)?;
    Some(Node::new("nothing", Shape::Text(run)))
}

/// “22 features, 6 milestones. 3 features without dates are not shown.”
fn summary(document: &Document<'_>, range: Option<Span>) -> String {
    let plan = document.plan;
    if document.options.view.roadmap == Roadmap::Needs {
        return summary_of_needs(document, range);
    }
    if document.options.view.roadmap == Roadmap::Budget {
        return summary_of_lines(document, range);
    }
    let noun = noun(document);
    let is_dated = |item: &WorkItem| plan.span_of(item).is_some();
    let is_shown = |item: &WorkItem| match (plan.span_of(item), range) {
        (Some(span), Some(range)) => span.first <= range.last && span.last >= range.first,
        (Some(_), None) => true,
        (None, _) => item.schedule.horizon().is_some(),
    };
    let shown = count(document, is_shown);
    let view = &document.options.view;
    let of_kind = plan.items().iter().filter(|item| view.kinds.contains(&item.kind));
    let filtered = of_kind.filter(|item| !view.filter.passes(plan, item)).count();
    let left_out = [
        (count(document, |item| !is_dated(item) && item.schedule == Schedule::None), "without dates"),
        (count(document, |item| is_dated(item) && !is_shown(item)), "outside this period"),
        (filtered, "outside the filter"),
    ];
    sentences(document, range, (shown, noun), &left_out)
}

/// “18 needs, 6 milestones. 3 needs without dates are not shown.”
fn summary_of_needs(document: &Document<'_>, range: Option<Span>) -> String {
    let (plan, filter) = (document.plan, &document.options.view.filter);
    let needs = plan.needs().iter().filter(|need| filter.passes_need(plan, need));
    let spans: Vec<Option<Span>> = needs.map(|need| plan.coverage(need).span).collect();
    let undated = spans.iter().filter(|span| span.is_none()).count();
    let is_shown =
        |span: &&Span| range.is_none_or(|range| span.first <= range.last && span.last >= range.first);
    let shown = spans.iter().flatten().filter(is_shown).count();
    let left_out = [
        (undated, "without dates"),
        (spans.len() - undated - shown, "outside this period"),
        (plan.needs().len() - spans.len(), "outside the filter"),
    ];
    sentences(document, range, (shown, "need"), &left_out)
}

/// “5 budget lines, 6 milestones. 1 budget line is over its cap.”
fn summary_of_lines(document: &Document<'_>, range: Option<Span>) -> String {
    let (plan, noun) = (document.plan, "budget line");
    let shown = sentences(document, range, (plan.budget_lines().len(), noun), &[]);
    let is_over = |line: &&BudgetLine| {
        let ledger = document.ledger.as_ref();
        let standing = ledger.and_then(|ledger| ledger.standing(plan, line));
        standing.is_some_and(|standing| standing.passed_on.is_some())
    };
    match plan.budget_lines().iter().filter(is_over).count() {
        0 => shown,
        1 => format!("{shown} 1 {noun} is over its cap."),
        over => format!("{shown} {} are over their caps.", speech::counted(over, noun)),
    }
}

/// What is shown, and for each reason how much is not.
fn sentences(
    document: &Document<'_>,
    range: Option<Span>,
    (shown, noun): (usize, &str),
    left_out: &[(usize, &str)],
) -> String {
    let in_range = |day| range.is_none_or(|range| range.first <= day && day <= range.last);
    let milestones = if document.options.view.show_milestones {
        document.plan.milestones().iter().filter(|row| in_range(row.day)).count()
    } else {
        0
    };
    let mut parts = Vec::new();
    parts.extend((shown > 0).then(|| speech::counted(shown, noun)));
    parts.extend((milestones > 0).then(|| speech::counted(milestones, "milestone")));
    let mut sentences = Vec::new();
    sentences.extend((!parts.is_empty()).then(|| format!("{}.", parts.join(", "))));
    sentences.extend(not_shown(left_out, noun));
    sentences.join(" ")
}

/// “3 features without dates, 2 outside this period and 12 outside the filter are not shown.” Nobody takes a part for all.
fn not_shown(left_out: &[(usize, &str)], noun: &str) -> Option<String> {
    let left_out = left_out.iter().filter(|(number, _)| *number > 0);
    let verb = match left_out.clone().map(|(number, _)| number).sum() {
        0 => return None,
        1 => "is",
        _ => "are",
    };
    let parts: Vec<String> = left_out
        .enumerate()
        .map(|(index, (number, which))| match index {
            0 => format!("{} {which}", speech::counted(*number, noun)),
            _ => format!("{number} {which}"),
        })
        .collect();
    let parts = match parts.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        _ => parts.concat(),
    };
    Some(format!("{parts} {verb} not shown."))
}

/// What is known of the document, in the order of the block.
fn facts(document: &Document<'_>, range: Option<Span>) -> Vec<(&'static str, String)> {
    let options = document.options;
    let facts = [
        ("Version", document.version()),
        ("Date", speech::day(document.today)),
        ("For", options.audience.trim().to_owned()),
        ("By", options.author.trim().to_owned()),
        ("View", options.view_name.clone().unwrap_or_default()),
        ("Period", range.map(speech::period).unwrap_or_default()),
    ];
    facts.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

fn count(document: &Document<'_>, is_counted: impl Fn(&WorkItem) -> bool) -> usize {
    let items = document.plan.items().iter();
    let shown = items.filter(|item| document.options.view.shows(document.plan, item));
    shown.filter(|item| is_counted(item)).count()
}

fn noun(document: &Document<'_>) -> &'static str {
    match document.options.view.kinds[..] {
        [kind] => match kind {
            ItemKind::Epic | ItemKind::Feature | ItemKind::UserStory | ItemKind::Bug | ItemKind::Issue => {
                kind.label()
            }
        },
        _ => "item",
    }
}

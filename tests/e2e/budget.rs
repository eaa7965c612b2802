//! Money in the real window: a cap, a cost that moves with its feature while that is dragged, a row from a spreadsheet,
//! actuals from a file, and all of it undone.

use std::fs;

use milepost_testkit::wait;
use milepost_testkit::webdriver::Key;

use crate::plan_file::PlanFile;
use crate::window::Window;

/// In June, July and August 2027.
const FEATURE: &str = "Mobile layout";

/// Selects the element that a label is for, once it is there.
#[track_caller]
fn labelled(window: &Window, label: &str) -> String {
    let script = format!(
        "return [...document.querySelectorAll('label')].find((each) => each.textContent === {label:?})?.htmlFor;"
    );
    let id = wait::until(&format!("something is labelled “{label}”"), || {
        window.execute(&script).as_str().map(str::to_owned)
    });
    format!("[id='{id}']")
}

/// Writes into the field with that label and leaves it, which saves.
#[track_caller]
fn write(window: &Window, label: &str, text: &str) {
    let field = labelled(window, label);
    window.fill(&field, text);
    window.saving(|| window.press(&[Key::Enter]));
}

/// Chooses what has these words in a select. What its list looks like is the system's.
#[track_caller]
fn choose(window: &Window, css: &str, words: &str) {
    window.wait_for(css);
    let script = format!(
        "const select = document.querySelector({css:?});
         const option = [...select.options].find((each) => each.text.trim() === {words:?});
         select.value = option.value;
         select.dispatchEvent(new Event('change', {{ bubbles: true }}));
         return option !== undefined;"
    );
    assert_eq!(window.execute(&script).as_bool(), Some(true), "{css} offers {words}");
}

/// What a screen reader hears of the months below the lanes, by their first words.
fn heard(window: &Window, month: &str) -> Option<String> {
    let script = format!(
        "return [...document.querySelectorAll('.chart-strip-mirror [data-on=period]')]
             .map((each) => each.getAttribute('aria-label')).find((name) => name.startsWith({month:?}));"
    );
    window.execute(&script).as_str().map(str::to_owned)
}

/// What rides beside the pointer.
fn tip(window: &Window) -> String {
    let said = window.execute("return document.querySelector('[role=tooltip]')?.textContent;");
    said.as_str().unwrap_or_default().to_owned()
}

/// Which lines are over their caps, as the line at the bottom says it to whoever points at it.
fn over_cap(window: &Window) -> String {
    let said = window.execute("return document.querySelector('[data-action=over-cap]')?.title;");
    said.as_str().unwrap_or_default().to_owned()
}

fn undo_all(window: &Window, steps: usize) {
    for _ in 0..steps {
        window.saving(|| window.act("undo"));
    }
    window.wait_for("[data-action=undo]:disabled");
}

#[test]
fn a_feature_that_is_dragged_across_a_quarter_takes_its_monthly_cost_along_over_the_cap() {
    let plan = PlanFile::sample();
    let start = plan.kept();
    let window = Window::open(&plan);
    window.wait_for_bar(FEATURE);

    window.press(&[Key::Control, Key::Letter('4')]);
    window.act("budget-lines");
    write(&window, "Cap of Licences", "28000");
    write(&window, "Last day of the cap of Licences", "2027-06-30");
    window.press(&[Key::Escape]);
    wait::until("the dialog is closed", || (!window.has("dialog[open]")).then_some(()));

    window.press(&[Key::Control, Key::Letter('1')]);
    window.click_at(window.wait_for_bar(FEATURE).middle());
    choose(&window, "[data-field=item-cost-line]", "Licences");
    choose(&window, "[data-field=item-cost-when]", "Monthly in the item");
    window.fill("[data-field=item-cost-amount]", "4000");
    window.saving(|| window.click("[data-action=item-cost-add]"));
    assert!(!over_cap(&window).contains("Licences"), "4,000 in June leave Licences under its cap");

    // From June into May, so that one payment more falls before the end of the cap.
    let bar = window.wait_for_bar(FEATURE);
    let (x, y) = bar.middle();
    let month = 31.0 * bar.width / 68.0;
    // May is of the second quarter, August of the third.
    let both = ["May 2027", "Aug 2027"];
    let before = both.map(|month| wait::until("it is below the lanes", || heard(&window, month)));
    window.hold_and_move((x, y), (x - month, y));
    wait::until("it is said beside the pointer that the cap is passed", || {
        Some(tip(&window)).filter(|said| said.contains("“Licences” is over its cap"))
    });
    // On its way there the bar has been elsewhere, too.
    let dates = wait::until_settled("dates beside the pointer", || Some(tip(&window)));
    let held = both.into_iter().zip(&before).map(|(month, before)| {
        wait::until_settled(&format!("{month} has another sum while the bar is held"), || {
            heard(&window, month).filter(|now| now != before)
        })
    });
    let held: Vec<String> = held.collect();
    assert_eq!(tip(&window), dates, "the bar is held still");
    assert!(!over_cap(&window).contains("Licences"), "nothing is done yet");
    window.saving(|| window.release());
    for (month, held) in both.into_iter().zip(held) {
        wait::until_equal(&format!("{month} stays as it was shown"), &Some(held), || heard(&window, month));
    }
    wait::until("the line at the bottom warns", || over_cap(&window).contains("“Licences”").then_some(()));

    undo_all(&window, 4);
    wait::until("the warning is gone", || (!over_cap(&window).contains("“Licences”")).then_some(()));
    assert!(plan.kept() == start, "the file holds again what it did");
    plan.check();
}

/// The middle of the cell of what is planned for a line in a month, and the digits in it.
fn cell(window: &Window, line: &str, month: &str) -> Option<((f64, f64), String)> {
    let script = format!(
        "const cell = [...document.querySelectorAll('.row.planned [data-column]')]
             .find(({{ dataset: {{ hint }} }}) => hint.startsWith({:?}) && hint.includes('Planned:'));
         const {{ x, y, width, height }} = cell?.getBoundingClientRect() ?? {{}};
         return [x + width / 2, y + height / 2, cell?.textContent.replace(/[^0-9]/g, '')];",
        format!("{line}, {month}")
    );
    let found = window.execute(&script);
    Some(((found[0].as_f64()?, found[1].as_f64()?), found[2].as_str()?.to_owned()))
}

/// Puts a text on the clipboard as another program would: by the keys that copy.
fn copy(window: &Window, text: &str) {
    window.execute(&format!(
        "const field = document.body.appendChild(document.createElement('textarea'));
         field.id = 'copied';
         field.value = {text:?};
         field.select();"
    ));
    window.press(&[Key::Control, Key::Letter('c')]);
    window.execute("document.querySelector('#copied').remove();");
}

/// Lets the system's dialog, which no driver reaches, answer the next time with this file.
fn will_choose(window: &Window, path: &std::path::Path) {
    let path = path.to_str().unwrap();
    window.execute(&format!(
        "const ask = window.fetch;
         window.fetch = (url, options) => {{
             if (!decodeURIComponent(String(url)).includes('plugin:dialog|open')) return ask(url, options);
             window.fetch = ask;
             const headers = {{ 'content-type': 'application/json', 'Tauri-Response': 'ok' }};
             return Promise.resolve(new Response(JSON.stringify({path:?}), {{ headers }}));
         }};"
    ));
}

#[test]
fn a_row_of_a_spreadsheet_is_pasted_actuals_are_imported_and_both_are_undone() {
    let plan = PlanFile::sample();
    let start = plan.kept();
    let window = Window::open(&plan);
    window.wait_for_bar(FEATURE);

    window.press(&[Key::Control, Key::Letter('4')]);
    let amounts: Vec<String> = (0..12).map(|month| (12_000 + 100 * month).to_string()).collect();
    window.wait_for(".row.planned");
    copy(&window, &amounts.join("\t"));
    let (october, _) =
        wait::until_settled("October has a cell that stands still", || cell(&window, "Training", "Oct"));
    window.click_at(october);
    window.saving(|| window.press(&[Key::Control, Key::Letter('v')]));
    for (month, amount) in ["Oct", "Nov", "Dec"].into_iter().zip(&amounts) {
        wait::until(&format!("{month} has {amount}"), || {
            cell(&window, "Training", month).filter(|(_, digits)| digits.starts_with(amount.as_str()))
        });
    }
    let pasted = plan.kept();
    assert!(pasted.costs().len() > start.costs().len(), "the months are costs of the plan");

    let bank = plan.beside("bank.csv");
    let rows = "Date,Amount,Supplier,Cost centre,Invoice number\n\
                2026-11-09,1250.00,Halden Cloud,Cloud,HC-26-1109\n\
                2026-11-12,80.50,Bramley Print,Training,B-0970\n\
                2026-10-05,4200.00,Halden Cloud,Cloud,HC-26-1004\n";
    fs::write(&bank, rows).unwrap();
    will_choose(&window, &bank);
    window.press(&[Key::Control, Key::Shift, Key::Letter('i')]);
    window.wait_for("[data-field=import-counts]");
    window.saving(|| window.click("[data-action=import-now]:not(:disabled)"));
    window.click("[data-action=import-done]");
    assert_eq!(plan.kept().actuals().len(), start.actuals().len() + 2, "one of three was there already");

    undo_all(&window, 2);
    assert!(plan.kept() == start, "the file holds again what it did");
    plan.check();
}

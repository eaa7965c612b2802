//! The plan leaves the window on paper.

use std::process::Command;

use milepost_testkit::wait;

use crate::plan_file::PlanFile;
use crate::window::Window;

#[test]
fn a_pdf_is_exported_with_every_dated_feature() {
    let plan = PlanFile::sample();
    let target = plan.beside("roadmap.pdf");
    let window = Window::open(&plan);
    window.wait_for_bar("Scheduled report delivery");
    window.act("export");
    window.fill("[data-field=export-path]", target.to_str().unwrap());
    window.click("[data-action=export-now]");
    wait::until("the PDF is there", || target.exists().then_some(()));
    assert!(std::fs::read(&target).unwrap().starts_with(b"%PDF-1.7"));
    let text = Command::new("pdftotext").arg(&target).arg("-").output().expect("poppler's tools are there");
    let text = String::from_utf8(text.stdout).unwrap();
    for word in
        ["Northwind Insights", "Scheduled report delivery", "Training wave 2", "Self-service reporting"]
    {
        assert!(text.contains(word), "{word} stands on paper");
    }
}

//! Writes down the wire types as the front end's TypeScript, and the theme as its style sheet; refuses drift.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use ts_rs::TS;

fn front_end() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src")
}

/// File name to content of every file in a folder.
fn files_in(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let texts = entries.filter_map(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        fs::read_to_string(entry.path()).ok().map(|text| (name, text.replace("\r\n", "\n")))
    });
    texts.collect()
}

fn accepting() -> bool {
    std::env::var_os("MILEPOST_ACCEPT").is_some()
}

#[test]
fn the_front_end_has_the_types_of_the_wire() {
    let fresh = tempfile::tempdir().unwrap();
    let config = ts_rs::Config::new().with_out_dir(fresh.path()).with_large_int("number");
    crate::dispatch::Methods::export_all(&config).unwrap();
    crate::ApiError::export_all(&config).unwrap();
    let (fresh, kept) = (files_in(fresh.path()), front_end().join("bindings"));
    if accepting() {
        let _ = fs::remove_dir_all(&kept);
        fs::create_dir_all(&kept).unwrap();
        for (name, text) in &fresh {
            fs::write(kept.join(name), text).unwrap();
        }
    }
    assert!(fresh == files_in(&kept), "ui/src/bindings is out of date: run `cargo xtask golden`");
}

#[test]
fn the_front_end_has_the_colours_of_the_themes() {
    let kept = front_end().join("styles/tokens.css");
    let fresh = milepost_layout::theme::css();
    if accepting() {
        fs::write(&kept, &fresh).unwrap();
    }
    let found = fs::read_to_string(&kept).unwrap().replace("\r\n", "\n");
    assert!(found == fresh, "ui/src/styles/tokens.css is out of date: run `cargo xtask golden`");
}

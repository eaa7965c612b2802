//! As much of WebDriver as the tests need, spoken to WebKitWebDriver.

mod actions;
mod driver;
mod http;
mod session;

pub use actions::{Key, PointerStep};
pub use session::{Element, Session};

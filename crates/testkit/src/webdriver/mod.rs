//! As much of WebDriver as tests and measurements need, spoken to WebKitWebDriver.

mod actions;
mod driver;
mod http;
mod session;

pub use actions::{Key, PointerStep};
pub use session::{Element, Refused, Session};

//! Milepost without a window.

//! Paints scenes and pages as PDF, SVG and PNG.

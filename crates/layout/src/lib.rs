//! Turns a plan into shapes on a surface.

//! What a front end may ask of Milepost.

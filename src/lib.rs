pub mod source;
pub mod text;
pub mod pattern;

//! One file per screen. A screen reads inputs through the bindings of its context, answers with
//! what must be done outside it, and draws itself from its state alone.

pub mod frame;
pub mod help;
pub mod home;
pub mod leave;
pub mod projection;
pub mod question;
pub mod summary;
pub mod why;

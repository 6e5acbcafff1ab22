//! The security policy with the site in full use, and messages that imitate ours. The table is docs/security.md.

mod messages;
mod policy;
mod walk;

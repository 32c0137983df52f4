//! What the system tells of a running process, all its threads together.

use std::fs;
use std::path::PathBuf;

/// Waits of all threads since they started: each ends in a wake-up.
pub fn sleeps(pid: u32) -> u64 {
    status_of_threads(pid, "voluntary_ctxt_switches:")
}

/// Time on a processor since the start, in nanoseconds.
pub fn cpu_ns(pid: u32) -> u64 {
    let spent = |thread: PathBuf| -> Option<u64> {
        let text = fs::read_to_string(thread.join("schedstat")).ok()?;
        text.split_whitespace().next()?.parse().ok()
    };
    threads(pid).filter_map(spent).sum()
}

/// Resident memory now, and the most there ever was, in KiB.
pub fn memory_kib(pid: u32) -> (u64, u64) {
    let text = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    (field(&text, "VmRSS:"), field(&text, "VmHWM:"))
}

/// The part of the resident memory that no file backs, in KiB.
pub fn own_kib(pid: u32) -> u64 {
    let text = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    field(&text, "RssAnon:")
}

fn status_of_threads(pid: u32, name: &str) -> u64 {
    threads(pid)
        .filter_map(|thread| fs::read_to_string(thread.join("status")).ok())
        .map(|text| field(&text, name))
        .sum()
}

fn threads(pid: u32) -> impl Iterator<Item = PathBuf> {
    let threads = fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten();
    threads.flatten().map(|thread| thread.path())
}

fn field(text: &str, name: &str) -> u64 {
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

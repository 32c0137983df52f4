//! Whether a drawing is well-formed XML: one root, tags that close in order, quoted attributes,
//! no bare `&` or `<`. It knows the plain XML our drawings are written in, not all of it.

/// The message names what is broken.
pub fn well_formed(text: &str) -> Result<(), String> {
    if let Some(c) = text.chars().find(|c| c.is_control() && *c != '\n') {
        return Err(format!("a control character: {c:?}"));
    }
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text;
    let mut roots = 0;
    while let Some((before, after)) = rest.split_once('<') {
        words(before)?;
        if open.is_empty() && !before.trim().is_empty() {
            return Err(format!("text outside the root: {before}"));
        }
        let (tag, after) = tag(after).ok_or_else(|| format!("a tag that does not end: {after}"))?;
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
            continue;
        }
        roots += usize::from(open.is_empty());
        let (inside, closed) = tag.strip_suffix('/').map_or((tag, false), |inside| (inside, true));
        let name = inside.split_whitespace().next().unwrap_or_default();
        attributes(&inside[name.len()..])?;
        if !closed {
            open.push(name);
        }
    }
    if !open.is_empty() || roots != 1 || !rest.trim().is_empty() {
        return Err(format!("still open: {open:?}, {roots} roots, then {rest:?}"));
    }
    Ok(())
}

/// A tag and what follows it; `>` within quotes does not end it.
fn tag(text: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return Some((&text[..at], &text[at + 1..])),
            _ => {}
        }
    }
    None
}

fn attributes(mut text: &str) -> Result<(), String> {
    let mut known: Vec<&str> = Vec::new();
    loop {
        text = text.trim_start();
        if text.is_empty() {
            return Ok(());
        }
        let broken = || format!("not an attribute: {text}");
        let (name, after) = text.split_once("=\"").ok_or_else(broken)?;
        let (value, after) = after.split_once('"').ok_or_else(broken)?;
        let sound =
            !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "-:".contains(c));
        if !sound || value.contains('<') || known.contains(&name) {
            return Err(broken());
        }
        words(value)?;
        known.push(name);
        text = after;
    }
}

/// Every `&` starts one of the names XML knows by itself.
fn words(text: &str) -> Result<(), String> {
    let bare = text.split('&').skip(1).find(|after| {
        !["amp;", "lt;", "gt;", "quot;", "apos;"].iter().any(|name| after.starts_with(name))
    });
    bare.map_or(Ok(()), |after| Err(format!("a bare `&` before {after}")))
}

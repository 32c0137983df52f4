use super::*;

/// The replies to these lines, and how the run ended.
fn played(format: Format, input: &[u8]) -> (String, Outcome) {
    let mut output = Vec::new();
    let outcome = run(input, &mut output, &Catalogue::default(), format).unwrap();
    (String::from_utf8(output).unwrap(), outcome)
}

#[test]
fn scratch() {
    for l in std::fs::read_to_string("/tmp/check-scratch.jsonl").unwrap().lines() {
        let (text, _) = played(Format::JsonLines, l.as_bytes());
        println!("{l}\n   {text}");
    }
}

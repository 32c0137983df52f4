//! A scenario played on the real program: the screens it leads to, each at its moment.

use std::path::Path;

use super::scenario::{self, Scenario};
use super::terminal::{Start, Terminal};

/// One screen, from a moment on (milliseconds).
pub struct Shot {
    pub at: u32,
    pub screen: vt100::Screen,
}

/// Plays every stroke and keeps the screen each one settles on. Fails, naming the line of the
/// scenario, where a key changes nothing or the words it must bring do not come.
pub fn shoot(scenario: &Scenario, data: &Path) -> Vec<Shot> {
    let Scenario { columns, rows, .. } = *scenario;
    let start = Start { arguments: &[], data, columns, rows, environment: &[] };
    let mut terminal = Terminal::start(&start);
    scenario.first.iter().for_each(|words| drop(terminal.wait(words)));
    let mut shots = vec![shot(&terminal, 0)];
    for stroke in &scenario.strokes {
        let before = terminal.written().len();
        terminal.send(&scenario::bytes(stroke.key));
        let changed = terminal.writes_after(before);
        assert!(changed, "ligne {}\u{a0}: {:?} ne change rien", stroke.line, stroke.key);
        for words in &stroke.brings {
            let (came, screen) = terminal.comes(|screen| screen.contains(words));
            assert!(
                came,
                "ligne {}\u{a0}: «\u{a0}{words}\u{a0}» ne vient pas\n{screen}",
                stroke.line
            );
        }
        shots.push(shot(&terminal, stroke.at));
    }
    shots
}

fn shot(terminal: &Terminal, at: u32) -> Shot {
    terminal.settle();
    Shot { at, screen: terminal.look(Clone::clone) }
}
